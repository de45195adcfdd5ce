package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** portMappings: host ports per network mode, reserved ports, and one owner for each port. */
final class PortChecks implements Check {
  /** SSH, the Docker daemon and the ECS agent. */
  private static final Set<Integer> RESERVED = Set.of(22, 2375, 2376, 51_678, 51_679, 51_680);

  private static final String MATCH =
      "When networkMode=%s, the host ports and container ports in port mappings must match.";

  private static final String NO_RANGE =
      "When networkMode=host, containerPortRange is not allowed; it needs bridge or awsvpc.";

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    String mode = definition.path("networkMode").asText();
    List<Owned> owned = new ArrayList<>();
    for (Container container : Definition.containers(definition)) {
      JsonNode mappings = container.node().path("portMappings");
      if (mode.equals("none") && !mappings.isEmpty()) {
        errors.add(
            container.error(
                "portMappings", "When networkMode=none, port mappings are not allowed."));
      }
      for (int i = 0; i < mappings.size(); i++) {
        String member = "portMappings[" + i + "]";
        errors.addAll(mapping(container, member, mappings.get(i), mode));
        rival(container, member, mappings.get(i), owned).ifPresent(errors::add);
      }
    }
    return errors;
  }

  private static List<ValidationError> mapping(
      Container container, String member, JsonNode mapping, String mode) {
    List<ValidationError> errors = new ArrayList<>();
    int host = mapping.path("hostPort").asInt();
    int port = mapping.path("containerPort").asInt();
    boolean same = mode.equals("awsvpc") || mode.equals("host");
    if (mapping.has("containerPortRange")) {
      if (mode.equals("host")) {
        errors.add(container.error(member + ".containerPortRange", NO_RANGE));
      } else {
        range(container, member, mapping, errors);
      }
    } else if (port == 0) {
      errors.add(
          container.error(
              member + ".containerPort", "PortMapping.containerPort should not be null or empty."));
    }
    if (same && host != 0 && host != port) {
      errors.add(container.error(member + ".hostPort", MATCH.formatted(mode)));
    }
    if (!mode.equals("awsvpc") && RESERVED.contains(host)) {
      errors.add(
          container.error(
              member + ".hostPort",
              "Host port " + host + " is reserved on ECS instances; use another."));
    }
    return errors;
  }

  private static void range(
      Container container, String member, JsonNode mapping, List<ValidationError> errors) {
    String range = mapping.path("containerPortRange").asText();
    if (!isRange(range)) {
      errors.add(
          container.error(
              member + ".containerPortRange",
              "Invalid port range '"
                  + range
                  + "'. Give '<first>-<last>' with 1 <= first < last <= 65535."));
    }
    if (mapping.path("hostPort").asInt() != 0 || mapping.has("containerPort")) {
      errors.add(
          container.error(
              member + ".containerPortRange",
              "containerPortRange excludes containerPort and hostPort; give one or the other."));
    }
  }

  private static boolean isRange(String range) {
    if (!range.matches("\\d{1,5}-\\d{1,5}")) {
      return false;
    }
    String[] ends = range.split("-", 2);
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[1]);
    return first >= 1 && first < last && last <= 65_535;
  }

  /**
   * The containers of a task share one network here, whatever the mode: one owner for each port.
   */
  private static Optional<ValidationError> rival(
      Container container, String member, JsonNode mapping, List<Owned> owned) {
    boolean range = mapping.has("containerPortRange");
    Optional<Owned> own = Owned.of(container, mapping);
    Optional<Owned> before =
        own.flatMap(it -> owned.stream().filter(other -> other.excludes(it)).findFirst());
    own.ifPresent(owned::add);
    return before.map(
        it ->
            container.error(
                member + (range ? ".containerPortRange" : ".containerPort"),
                it.refusal(own.orElseThrow())));
  }

  /** Ports that a container has mapped, one or a range of them. */
  private record Owned(String container, String protocol, int first, int last) {
    /** Those of a mapping; none where it names no legal ones. */
    static Optional<Owned> of(Container container, JsonNode mapping) {
      String protocol = mapping.path("protocol").asText();
      int[] ends = ends(mapping);
      return ends.length == 0
          ? Optional.empty()
          : Optional.of(new Owned(container.name(), protocol, ends[0], ends[1]));
    }

    /** A port has one owner for each protocol, and within a container one protocol. */
    boolean excludes(Owned other) {
      return (protocol.equals(other.protocol) || container.equals(other.container))
          && first <= other.last
          && other.first <= last;
    }

    /** Why the other cannot have the first port that both name. */
    String refusal(Owned other) {
      int port = Math.max(first, other.first);
      return protocol.equals(other.protocol)
          ? "Port %d/%s is mapped already by container '%s', and the containers of a task share one network; use another port."
              .formatted(port, protocol, container)
          : "Port %d is mapped already for %s: a container cannot expose a port for multiple protocols; use another port."
              .formatted(port, protocol);
    }

    private static int[] ends(JsonNode mapping) {
      if (mapping.has("containerPort")) {
        int port = mapping.path("containerPort").asInt();
        return new int[] {port, port};
      }
      String range = mapping.path("containerPortRange").asText();
      return isRange(range)
          ? Arrays.stream(range.split("-", 2)).mapToInt(Integer::parseInt).toArray()
          : new int[0];
    }
  }
}
