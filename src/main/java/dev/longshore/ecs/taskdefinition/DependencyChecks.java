package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** dependsOn: known containers, conditions that can come true, and no cycle. */
final class DependencyChecks implements Check {
  private static final Set<String> ENDS = Set.of("COMPLETE", "SUCCESS");

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    Map<String, Container> byName = new LinkedHashMap<>();
    Definition.containers(definition).forEach(c -> byName.putIfAbsent(c.name(), c));
    for (Container container : byName.values()) {
      JsonNode edges = container.node().path("dependsOn");
      for (int i = 0; i < edges.size(); i++) {
        errors.addAll(edge(container, "dependsOn[" + i + "]", edges.get(i), byName));
      }
    }
    Map<String, Integer> state = new HashMap<>();
    for (Container container : byName.values()) {
      if (isCyclic(container, byName, state)) {
        errors.add(
            container.error(
                "dependsOn",
                "Container '"
                    + container.name()
                    + "' depends on itself through dependsOn; break the cycle."));
        break;
      }
    }
    return errors;
  }

  private static List<ValidationError> edge(
      Container container, String member, JsonNode edge, Map<String, Container> byName) {
    String name = edge.path("containerName").asText();
    String condition = edge.path("condition").asText();
    Container target = byName.get(name);
    if (target == null) {
      return List.of(
          container.error(
              member + ".containerName",
              "Container '%s' depends on '%s', which is not in the task definition; name one of %s."
                  .formatted(container.name(), name, byName.keySet())));
    }
    List<ValidationError> errors = new ArrayList<>();
    if (condition.equals("HEALTHY") && !isChecked(target)) {
      errors.add(
          container.error(
              member + ".condition",
              "Condition HEALTHY needs a healthCheck on container '" + name + "'; add one there."));
    }
    if (ENDS.contains(condition) && target.node().path("essential").asBoolean(true)) {
      errors.add(
          container.error(
              member + ".condition",
              "Condition %s is not allowed on the essential container '%s'; set essential to false there."
                  .formatted(condition, name)));
    }
    return errors;
  }

  /** NONE turns off the check that an image brings. */
  private static boolean isChecked(Container container) {
    JsonNode command = container.node().at("/healthCheck/command");
    return !command.isEmpty() && !command.path(0).asText().equals("NONE");
  }

  /** Depth first; 1 is on the way, 2 is done. */
  private static boolean isCyclic(
      Container container, Map<String, Container> byName, Map<String, Integer> state) {
    Integer known = state.putIfAbsent(container.name(), 1);
    if (known != null) {
      return known == 1;
    }
    for (JsonNode edge : container.node().path("dependsOn")) {
      Container target = byName.get(edge.path("containerName").asText());
      if (target != null && isCyclic(target, byName, state)) {
        return true;
      }
    }
    state.put(container.name(), 2);
    return false;
  }
}
