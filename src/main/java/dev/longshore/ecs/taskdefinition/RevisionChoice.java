package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Resolution;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which revision a {@code taskDefinition} of a request means now. */
public final class RevisionChoice {
  private RevisionChoice() {}

  /**
   * Who asks for which revision.
   *
   * @param taskDefinition family, {@code family:revision} or ARN
   * @param who would go on once the revision appears, such as {@code service}
   * @param running what it runs already, such as {@code web:3}
   */
  public record Wish(String taskDefinition, String namespace, String who, Set<String> running) {
    public Wish {
      running = Set.copyOf(running);
    }

    /** The wish of one that runs nothing yet. */
    public static Wish of(@Nullable String taskDefinition, String namespace, String who) {
      return new Wish(Objects.requireNonNullElse(taskDefinition, ""), namespace, who, Set.of());
    }

    /** The same of one that runs these. */
    public Wish running(Set<String> names) {
      return new Wish(taskDefinition, namespace, who, names);
    }
  }

  /**
   * The named revision while it is ACTIVE, for a bare family the newest one that is. Whoever runs
   * one that was deregistered or is being deleted goes on with it.
   *
   * @param family revisions of the reference's family in the namespace
   */
  public static Resolution<TaskDefinitionRevision> of(
      Wish wish, List<TaskDefinitionRevision> family) {
    TaskDefinitionReference reference = TaskDefinitionReference.parse(wish.taskDefinition());
    return choice(reference, family)
        .or(() -> kept(reference, family, wish.running()))
        .map(Resolution::of)
        .orElseGet(
            () ->
                missing(
                    wish.taskDefinition(),
                    wish.namespace(),
                    remedy(reference, family, wish.who())));
  }

  /**
   * The same where nothing waits for the revision: ECS resolves a reference once, at the call.
   *
   * @param all revisions of the namespace
   */
  public static Resolution<TaskDefinitionRevision> atTheCall(
      String taskDefinition, String namespace, List<TaskDefinitionRevision> all) {
    TaskDefinitionReference reference = TaskDefinitionReference.parse(taskDefinition);
    return choice(
            reference,
            all.stream().filter(it -> Revisions.family(it).equals(reference.family())).toList())
        .map(Resolution::of)
        .orElseGet(
            () ->
                missing(
                    taskDefinition,
                    namespace,
                    "; `longshore revisions %s` lists those there are, and `longshore register` makes the first."
                        .formatted(reference.family())));
  }

  private static Optional<TaskDefinitionRevision> choice(
      TaskDefinitionReference reference, List<TaskDefinitionRevision> family) {
    return numbered(reference, family)
        .filter(RevisionChoice::usable)
        .max(Comparator.comparingInt(Revisions::number));
  }

  private static Optional<TaskDefinitionRevision> kept(
      TaskDefinitionReference reference, List<TaskDefinitionRevision> family, Set<String> running) {
    return numbered(reference, family)
        .filter(it -> it.getSpec().revision() != null)
        .filter(it -> running.contains(Revisions.name(it)))
        .max(Comparator.comparingInt(Revisions::number));
  }

  private static Stream<TaskDefinitionRevision> numbered(
      TaskDefinitionReference reference, List<TaskDefinitionRevision> family) {
    return Revisions.holders(family).stream()
        .filter(
            it ->
                reference.revision().isEmpty()
                    || reference.revision().getAsInt() == Revisions.number(it));
  }

  private static Resolution<TaskDefinitionRevision> missing(
      String text, String namespace, String remedy) {
    return Resolution.missing(
        "TaskDefinitionNotFound",
        "taskDefinition: Unable to describe task definition. No ACTIVE revision of "
            + text
            + " exists in namespace "
            + namespace
            + remedy);
  }

  /** A number that was given out is never given out again, and what is deleted stays away. */
  private static String remedy(
      TaskDefinitionReference reference, List<TaskDefinitionRevision> family, String who) {
    if (reference.revision().isPresent()
        && numbered(reference, family)
            .anyMatch(it -> RevisionState.of(it) == RevisionState.DELETE_IN_PROGRESS)) {
      return ": it is DELETE_IN_PROGRESS; name one that `longshore revisions %s` lists as ACTIVE, or the family for its newest."
          .formatted(reference.family());
    }
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
