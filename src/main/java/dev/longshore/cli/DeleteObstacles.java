package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.ecs.taskdefinition.Revisions;
import java.util.List;
import java.util.Optional;

/** What refuses DeleteTaskDefinitions; that a revision is in use only puts it off. */
record DeleteObstacles(List<TaskDefinition> definitions) {
  DeleteObstacles {
    definitions = List.copyOf(definitions);
  }

  static DeleteObstacles in(EcsObjects objects) {
    return new DeleteObstacles(
        objects
            .client()
            .resources(TaskDefinition.class)
            .inNamespace(objects.namespace())
            .list()
            .getItems());
  }

  /** Why a revision cannot be deleted; empty when it can. */
  Optional<String> of(TaskDefinitionRevision revision) {
    if (Revisions.active(revision)) {
      return Optional.of(
          "The specified task definition is still in ACTIVE status. Please deregister the target and try again.");
    }
    return definitions.stream()
        .filter(it -> declares(it, revision))
        .findFirst()
        .map(
            it ->
                "TaskDefinition/%s declares it and would register the same again; change or delete that object first."
                    .formatted(it.getMetadata().getName()));
  }

  private static boolean declares(TaskDefinition definition, TaskDefinitionRevision revision) {
    return Revisions.family(definition).equals(Revisions.family(revision))
        && definition.getStatus() != null
        && Integer.valueOf(Revisions.number(revision))
            .equals(definition.getStatus().latestRevision());
  }
}
