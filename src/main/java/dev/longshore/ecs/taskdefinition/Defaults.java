package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The values ECS fills in when a task definition is registered without them. */
final class Defaults {
  /** Seconds between health checks, HealthCheck.interval. */
  static final int INTERVAL = 30;

  /** Seconds a health check may take, HealthCheck.timeout. */
  static final int TIMEOUT = 5;

  /** Failures in a row before a container is unhealthy, HealthCheck.retries. */
  static final int RETRIES = 3;

  private static final int LAST_PORT = 65_535;

  private static final Set<String> CONTAINER_PORT_IS_HOST_PORT = Set.of("awsvpc", "host");

  private Defaults() {}

  static void fill(ObjectNode definition) {
    putIfAbsent(definition, "networkMode", "bridge");
    boolean same = CONTAINER_PORT_IS_HOST_PORT.contains(definition.path("networkMode").asText());
    for (JsonNode container : definition.path("containerDefinitions")) {
      if (container instanceof ObjectNode object) {
        container(object, same);
      }
    }
  }

  private static void container(ObjectNode container, boolean hostPortIsContainerPort) {
    if (!container.has("essential")) {
      container.put("essential", true);
    }
    if (!container.has("cpu")) {
      container.put("cpu", 0);
    }
    for (JsonNode mapping : container.path("portMappings")) {
      if (mapping instanceof ObjectNode port) {
        port(port, hostPortIsContainerPort);
      }
    }
    if (container.get("healthCheck") instanceof ObjectNode check) {
      putIfAbsent(check, "interval", INTERVAL);
      putIfAbsent(check, "timeout", TIMEOUT);
      putIfAbsent(check, "retries", RETRIES);
    }
  }

  private static void port(ObjectNode mapping, boolean hostPortIsContainerPort) {
    putIfAbsent(mapping, "protocol", "tcp");
    JsonNode port = mapping.get("containerPort");
    if (port == null || !port.isInt() || port.intValue() > LAST_PORT) {
      return;
    }
    JsonNode host = mapping.get("hostPort");
    boolean dynamic = host == null || host.isInt() && host.intValue() == 0;
    if (hostPortIsContainerPort && dynamic) {
      mapping.put("hostPort", port.intValue());
    } else {
      putIfAbsent(mapping, "hostPort", 0);
    }
  }

  private static void putIfAbsent(ObjectNode object, String member, String value) {
    if (!object.has(member)) {
      object.put(member, value);
    }
  }

  private static void putIfAbsent(ObjectNode object, String member, int value) {
    if (!object.has(member)) {
      object.put(member, value);
    }
  }
}
