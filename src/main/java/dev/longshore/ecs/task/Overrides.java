package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.taskdefinition.Normalizer;
import dev.longshore.ecs.taskdefinition.Registration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RunTask.overrides merged into a definition by ECS's rules: containers by name, variables by name,
 * everything else replaced.
 */
public final class Overrides {
  private static final List<String> TASK =
      List.of("cpu", "memory", "executionRoleArn", "taskRoleArn", "ephemeralStorage");
  private static final List<String> CONTAINER =
      List.of(
          "command",
          "environmentFiles",
          "cpu",
          "memory",
          "memoryReservation",
          "resourceRequirements");

  private Overrides() {}

  /** The definition that the task runs, in ECS's normal form; or why ECS would refuse it. */
  public static Resolution<TaskDefinitionSpec> apply(
      TaskDefinitionSpec definition, @Nullable TaskOverride overrides) {
    if (overrides == null) {
      return Resolution.of(definition);
    }
    ObjectNode merged = Mappers.json().valueToTree(definition);
    ObjectNode changes = Mappers.json().valueToTree(overrides);
    List<Problem> refused = OverrideChecks.of(merged, changes);
    if (!refused.isEmpty()) {
      return new Resolution.Unresolved<>(refused);
    }
    replace(merged, changes, TASK);
    for (JsonNode change : changes.path("containerOverrides")) {
      container(merged, change.path("name").asText()).ifPresent(it -> merge(it, change));
    }
    return judged(Normalizer.normalize(merged).definition());
  }

  private static Resolution<TaskDefinitionSpec> judged(ObjectNode merged) {
    List<Problem> problems =
        Registration.examine(merged).errors().stream()
            .map(
                error ->
                    new Problem(
                        "ClientException",
                        "overrides: with them %s: %s".formatted(error.path(), error.message())))
            .toList();
    return problems.isEmpty()
        ? Resolution.of(Mappers.json().convertValue(merged, TaskDefinitionSpec.class))
        : new Resolution.Unresolved<>(problems);
  }

  private static void merge(ObjectNode container, JsonNode change) {
    replace(container, change, CONTAINER);
    if (change.has("environment")) {
      ArrayNode environment = Mappers.json().createArrayNode();
      for (JsonNode pair : container.path("environment")) {
        if (named(change.path("environment"), pair.path("name").asText()).isEmpty()) {
          environment.add(pair);
        }
      }
      change.path("environment").forEach(environment::add);
      container.set("environment", environment);
    }
  }

  private static void replace(ObjectNode target, JsonNode change, List<String> members) {
    members.stream()
        .filter(change::has)
        .forEach(member -> target.set(member, change.path(member).deepCopy()));
  }

  private static Optional<ObjectNode> container(ObjectNode definition, String name) {
    return named(definition.path("containerDefinitions"), name).map(ObjectNode.class::cast);
  }

  /** The element of that name. */
  static Optional<JsonNode> named(JsonNode list, String name) {
    for (JsonNode element : list) {
      if (element.path("name").asText().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
