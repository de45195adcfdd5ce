package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Memo;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import java.util.List;

/**
 * What the tasks of a revision are made of, in ECS's normal form. A revision that was registered
 * was judged then, and stays what it is when a newer Longshore has stricter rules; one that
 * somebody applied by hand is judged here, by the rules of today. Whoever only says that it was
 * registered gains nothing: its pods are judged like all others, and one that cannot become a pod
 * is refused.
 */
public final class RevisionContent {
  /** Every reconciliation asks, and revisions do not change. */
  private static final Memo<Revision, Resolution<TaskDefinitionSpec>> JUDGED =
      new Memo<>(256, Revision::judge);

  private RevisionContent() {}

  /** The content, or why RegisterTaskDefinition would have refused it. */
  public static Resolution<TaskDefinitionSpec> of(TaskDefinitionRevision revision) {
    return JUDGED.of(
        new Revision(
            Revisions.family(revision),
            Revisions.number(revision),
            revision.getSpec(),
            Revisions.registered(revision)));
  }

  private record Revision(String family, int number, TaskDefinitionSpec spec, boolean registered) {
    Resolution<TaskDefinitionSpec> judge() {
      return registered && makesPod() ? Resolution.of(normal()) : judgedToday();
    }

    private boolean makesPod() {
      try {
        PodTemplates.render(PodInputs.of(normal()));
        return true;
      } catch (RuntimeException e) {
        // it was never registered, and the rules say what is wrong with it
        return false;
      }
    }

    private Resolution<TaskDefinitionSpec> judgedToday() {
      List<Problem> problems =
          Registration.examine(Revisions.content(spec, family)).errors().stream()
              .map(this::problem)
              .toList();
      return problems.isEmpty() ? Resolution.of(normal()) : new Resolution.Unresolved<>(problems);
    }

    /** With Longshore's own members, which are no part of what is registered. */
    private TaskDefinitionSpec normal() {
      ObjectNode tree = Mappers.json().valueToTree(spec);
      tree.put("family", family);
      return Mappers.json()
          .convertValue(Normalizer.normalize(tree).definition(), TaskDefinitionSpec.class);
    }

    private Problem problem(ValidationError error) {
      return new Problem(
          TaskDefinitionResolver.REFUSED,
          "taskDefinition: %s:%d is not what RegisterTaskDefinition takes: %s: %s"
              .formatted(
                  family, number, error.path(), TaskDefinitionResolver.sentence(error.message())));
    }
  }
}
