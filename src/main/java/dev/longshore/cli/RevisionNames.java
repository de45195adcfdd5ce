package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Problem;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.Revisions;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import java.util.List;

/** Finds the revisions that a verb names, all of them before it changes the first. */
final class RevisionNames {
  /** ECS API operation DeleteTaskDefinitions takes as many in one request. */
  private static final int MOST = 10;

  private RevisionNames() {}

  static List<TaskDefinitionRevision> all(List<String> names, EcsObjects objects) {
    if (names.size() > MOST) {
      throw new Refusal(
          Refusal.REFUSED,
          "taskDefinitions: %d were named, and one request takes at most %d; name the others in a further one."
              .formatted(names.size(), MOST));
    }
    List<TaskDefinitionRevision> known = objects.revisions();
    return names.stream().map(it -> one(it, known, objects.namespace())).distinct().toList();
  }

  static TaskDefinitionRevision one(
      String name, List<TaskDefinitionRevision> known, String namespace) {
    TaskDefinitionReference wanted = TaskDefinitionReference.parse(name);
    if (wanted.revision().isEmpty()) {
      throw new Refusal(
          Refusal.REFUSED,
          "taskDefinition: %s names no revision; give family:revision, such as %s:1."
              .formatted(name, wanted.family()));
    }
    return known.stream()
        .filter(it -> Revisions.family(it).equals(wanted.family()))
        .filter(it -> Revisions.number(it) == wanted.revision().getAsInt())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.REFUSED,
                    "taskDefinition: Unable to describe task definition. There is no %s in namespace %s; `longshore revisions` lists them."
                        .formatted(name, namespace)));
  }

  /** {@code family:revision} of a reference: ECS resolves it at the call, and refuses it then. */
  static String resolved(String reference, EcsObjects objects) {
    var choice = RevisionChoice.atTheCall(reference, objects.namespace(), objects.revisions());
    return choice
        .found()
        .map(Revisions::name)
        .orElseThrow(() -> new Refusal(Refusal.REFUSED, Problem.join(choice.problems())));
  }
}
