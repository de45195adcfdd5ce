package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What ECS refuses of RunTask.overrides before it looks at the merged definition. */
final class OverrideChecks {
  /** Characters of JSON that overrides may have. */
  private static final int LONGEST = 8192;

  private static final String INVALID = "InvalidParameterException";

  private OverrideChecks() {}

  static List<Problem> of(JsonNode definition, JsonNode overrides) {
    List<Problem> problems = new ArrayList<>();
    if (Mappers.canonical(overrides).length() > LONGEST) {
      problems.add(
          invalid(
              "overrides",
              "Container Overrides length must be at most %d; shorten commands and environment."
                  .formatted(LONGEST)));
    }
    JsonNode list = overrides.path("containerOverrides");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      container("overrides.containerOverrides[" + i + "]", list.get(i), definition, problems);
      String name = list.get(i).path("name").asText();
      if (!name.isEmpty() && !seen.add(name)) {
        problems.add(
            invalid(
                "overrides.containerOverrides[%d].name".formatted(i),
                "container %s is overridden twice; merge the two.".formatted(name)));
      }
    }
    return problems;
  }

  private static void container(
      String path, JsonNode change, JsonNode definition, List<Problem> problems) {
    if (change.isEmpty()) {
      return;
    }
    String name = change.path("name").asText("null");
    var container = Overrides.named(definition.path("containerDefinitions"), name);
    if (container.isEmpty()) {
      problems.add(
          invalid(
              path + ".name",
              "Override for container named %s is not a container in the TaskDefinition."
                  .formatted(name)));
      return;
    }
    for (JsonNode pair : change.path("environment")) {
      String variable = pair.path("name").asText();
      if (Overrides.named(container.get().path("secrets"), variable).isPresent()) {
        problems.add(
            invalid(
                path + ".environment",
                "The secret name must be unique and not shared with any new or existing environment"
                    + " variables set on the container, such as '%s'.".formatted(variable)));
      }
    }
  }

  private static Problem invalid(String path, String message) {
    return new Problem(INVALID, path + ": " + message);
  }
}
