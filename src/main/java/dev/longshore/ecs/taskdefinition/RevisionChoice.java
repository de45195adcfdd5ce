package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Resolution;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which revision a {@code taskDefinition} of a request means now. */
public final class RevisionChoice {
  private RevisionChoice() {}

  /**
   * The named revision while it is ACTIVE, for a bare family the newest one that is.
   *
   * @param family revisions of the reference's family in the namespace
   * @param who would go on once the revision appears, such as {@code service}
   */
  public static Resolution<TaskDefinitionRevision> of(
      @Nullable String taskDefinition,
      String namespace,
      List<TaskDefinitionRevision> family,
      String who) {
    String text = Objects.requireNonNullElse(taskDefinition, "");
    TaskDefinitionReference reference = TaskDefinitionReference.parse(text);
    return Revisions.holders(family).stream()
        .filter(RevisionChoice::usable)
        .filter(
            it ->
                reference.revision().isEmpty()
                    || reference.revision().getAsInt() == Revisions.number(it))
        .max(Comparator.comparingInt(Revisions::number))
        .map(Resolution::of)
        .orElseGet(
            () ->
                Resolution.missing(
                    "TaskDefinitionNotFound",
                    "taskDefinition: Unable to describe task definition. No ACTIVE revision of "
                        + text
                        + " exists in namespace "
                        + namespace
                        + remedy(reference, who)));
  }

  /** A number that was given out is never given out again. */
  private static String remedy(TaskDefinitionReference reference, String who) {
    return reference.revision().isEmpty()
        ? "; register it, and this %s goes on by itself.".formatted(who)
        : "; name one that `longshore revisions %s` lists, or the family for its newest. Once that very revision is there, this %s goes on by itself."
            .formatted(reference.family(), who);
  }

  private static boolean usable(TaskDefinitionRevision revision) {
    return revision.getMetadata().getDeletionTimestamp() == null
        && revision.getSpec().revision() != null
        && Revisions.active(revision);
  }
}
