package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import java.util.List;
import java.util.Optional;

/** Turns a definition into what ECS would store, or says why ECS would refuse it. */
final class TaskDefinitionResolver {
  /** Reason of what ECS refuses; its error of that name. */
  static final String REFUSED = "ClientException";

  private TaskDefinitionResolver() {}

  /**
   * The normalised content.
   *
   * @param sameFamily every definition of that family in the namespace, this one included
   */
  static Resolution<ObjectNode> resolve(
      TaskDefinition definition, List<TaskDefinition> sameFamily) {
    String family = Revisions.family(definition);
    Optional<TaskDefinition> holder = Duplicates.holder(definition, sameFamily, Revisions::family);
    if (holder.isPresent()) {
      return Resolution.missing(
          Duplicates.REASON,
          "family '%s' is already defined by TaskDefinition %s; delete one of the two or change spec.family."
              .formatted(family, holder.get().getMetadata().getName()));
    }
    ObjectNode content = Revisions.content(definition.getSpec(), family);
    List<Problem> problems =
        Registration.examine(content).errors().stream()
            .map(error -> new Problem(REFUSED, error.path() + ": " + sentence(error.message())))
            .toList();
    return problems.isEmpty() ? Resolution.of(content) : new Resolution.Unresolved<>(problems);
  }

  /** A message as a sentence that others may follow. */
  static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
