package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for a definition that requires FARGATE: sizes, network mode, forbidden members. */
final class FargateChecks implements Check {
  static final String NETWORK_MODE = "Fargate only supports network mode 'awsvpc'.";

  private static final int SHORTEST = 2;
  private static final int LONGEST = 120;
  private static final Set<String> LOG_DRIVERS = Set.of("awslogs", "splunk", "awsfirelens");
  private static final List<String> FORBIDDEN =
      List.of(
          "/disableNetworking",
          "/dnsSearchDomains",
          "/dnsServers",
          "/dockerSecurityOptions",
          "/extraHosts",
          "/links",
          "/linuxParameters/devices",
          "/linuxParameters/sharedMemorySize",
          "/linuxParameters/maxSwap",
          "/linuxParameters/swappiness");

  /** CPU units → smallest MiB, largest MiB and step; 32 vCPU has three sizes only. */
  private static final Map<Long, long[]> SIZES =
      Map.of(
          512L, new long[] {1024, 4096, 1024},
          1024L, new long[] {2048, 8192, 1024},
          2048L, new long[] {4096, 16_384, 1024},
          4096L, new long[] {8192, 30_720, 1024},
          8192L, new long[] {16_384, 61_440, 4096},
          16_384L, new long[] {32_768, 122_880, 8192});

  private static final Map<Long, Set<Long>> ODD_SIZES =
      Map.of(256L, Set.of(512L, 1024L, 2048L), 32_768L, Set.of(61_440L, 122_880L, 249_856L));

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    if (!Definition.isFargate(definition)) {
      return errors;
    }
    task(definition, errors);
    for (Container container : Definition.containers(definition)) {
      container(container, errors);
    }
    JsonNode volumes = definition.path("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      forbidden("volumes[" + i + "]", volumes.get(i), "/host/sourcePath", errors);
      forbidden("volumes[" + i + "]", volumes.get(i), "/dockerVolumeConfiguration", errors);
    }
    return errors;
  }

  private static void task(JsonNode definition, List<ValidationError> errors) {
    if (!definition.path("networkMode").asText().equals("awsvpc")) {
      errors.add(new ValidationError("networkMode", NETWORK_MODE));
    }
    size(definition, errors);
    String pid = definition.path("pidMode").asText();
    if (!pid.isEmpty() && !pid.equals("task")) {
      errors.add(
          new ValidationError(
              "pidMode",
              "Tasks using the Fargate launch type do not support pidMode '%s'. The supported value for pidMode is 'task'."
                  .formatted(pid)));
    }
    forbidden("", definition, "/ipcMode", errors);
    forbidden("", definition, "/placementConstraints", errors);
  }

  private static void size(JsonNode definition, List<ValidationError> errors) {
    for (String member : List.of("cpu", "memory")) {
      if (!definition.has(member)) {
        errors.add(new ValidationError(member, unsized(member)));
      }
    }
    long cpu = definition.path("cpu").asLong();
    long memory = definition.path("memory").asLong();
    // absent, or no number and named so already
    if (cpu <= 0 || memory <= 0) {
      return;
    }
    if (!isSize(cpu, memory)) {
      errors.add(new ValidationError("cpu", "No Fargate configuration exists for given values."));
    }
  }

  static String unsized(String member) {
    return "Fargate requires that '%s' be defined at the task level.".formatted(member);
  }

  private static boolean isSize(long cpu, long memory) {
    long[] range = SIZES.get(cpu);
    return range == null
        ? ODD_SIZES.getOrDefault(cpu, Set.of()).contains(memory)
        : memory >= range[0] && memory <= range[1] && (memory - range[0]) % range[2] == 0;
  }

  private static void container(Container container, List<ValidationError> errors) {
    FORBIDDEN.forEach(member -> forbidden(container.path(), container.node(), member, errors));
    if (container.node().path("privileged").asBoolean()) {
      forbidden(container.path(), container.node(), "/privileged", errors);
    }
    capabilities(container, errors);
    accelerators(container, errors);
    router(container, errors);
    for (String member : List.of("startTimeout", "stopTimeout")) {
      JsonNode seconds = container.node().path(member);
      if (seconds.isInt() && (seconds.asInt() < SHORTEST || seconds.asInt() > LONGEST)) {
        errors.add(
            container.error(
                member, "On Fargate, '" + member + "' must be between 2 and 120 seconds."));
      }
    }
    String driver = container.node().at("/logConfiguration/logDriver").asText();
    if (!driver.isEmpty() && !LOG_DRIVERS.contains(driver)) {
      errors.add(
          container.error(
              "logConfiguration.logDriver",
              "Log driver '"
                  + driver
                  + "' is not supported on Fargate; use awslogs, splunk or awsfirelens."));
    }
  }

  private static void capabilities(Container container, List<ValidationError> errors) {
    JsonNode added = container.node().at("/linuxParameters/capabilities/add");
    for (String capability : Definition.texts(added)) {
      if (!capability.equals("SYS_PTRACE")) {
        errors.add(
            container.error(
                "linuxParameters.capabilities.add",
                "Capability '"
                    + capability
                    + "' cannot be added on Fargate; only SYS_PTRACE can."));
      }
    }
  }

  private static void accelerators(Container container, List<ValidationError> errors) {
    JsonNode list = container.node().path("resourceRequirements");
    for (int i = 0; i < list.size(); i++) {
      String type = list.get(i).path("type").asText();
      if (!type.equals("InferenceAccelerator")) {
        errors.add(
            container.error(
                "resourceRequirements[" + i + "].type",
                "'"
                    + type
                    + "' is not supported on Fargate; remove it, or FARGATE from"
                    + " requiresCompatibilities."));
      }
    }
  }

  private static void router(Container container, List<ValidationError> errors) {
    String source = container.node().at("/firelensConfiguration/options/config-file-type").asText();
    if (!source.isEmpty() && !source.equals("file")) {
      errors.add(
          container.error(
              "firelensConfiguration.options.config-file-type",
              "Configuration file type '"
                  + source
                  + "' is not supported on Fargate; use file, or build it into the image."));
    }
  }

  private static void forbidden(
      String path, JsonNode node, String member, List<ValidationError> errors) {
    JsonNode value = node.at(member);
    boolean off = value.isBoolean() && !value.asBoolean();
    if (!value.isMissingNode() && !off) {
      String name = member.substring(1).replace('/', '.');
      errors.add(
          new ValidationError(
              path.isEmpty() ? name : path + "." + name,
              "'%s' is not supported on Fargate; remove it, or FARGATE from requiresCompatibilities."
                  .formatted(name)));
    }
  }
}
