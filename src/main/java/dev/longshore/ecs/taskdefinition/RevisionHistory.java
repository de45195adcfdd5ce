package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionKubernetes;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code kubernetes.revisionHistoryLimit}: of a family's revisions the newest stay, and of the
 * older ones those that somebody uses and the newest ACTIVE one. Any other is deregistered and then
 * deleted, as a user of ECS would do it: once it is INACTIVE nothing new can begin to use it, and
 * it is asked for its users again.
 */
record RevisionHistory(Actions actions) {
  private static final String INACTIVE =
      "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"INACTIVE\"}}}";

  private static final Duration AGAIN = Duration.ofSeconds(1);

  // nobody tells that the last user is gone
  private static final Duration WHILE_USED = Duration.ofMinutes(1);

  /** Most revisions that one look takes on. */
  private static final int AT_ONCE = 20;

  /**
   * Takes the next step.
   *
   * @param known the family's revisions as the cache holds them
   * @return when to look again; nothing while the family is within its limit
   */
  Optional<Duration> shorten(TaskDefinition definition, List<TaskDefinitionRevision> known) {
    List<TaskDefinitionRevision> beyond =
        limit(definition).map(it -> beyond(it, known)).orElse(List.of());
    if (beyond.isEmpty()) {
      return Optional.empty();
    }
    RevisionUse use =
        new RevisionUse(new LiveObjects(actions, definition.getMetadata().getNamespace()));
    List<TaskDefinitionRevision> unused =
        beyond.stream().filter(it -> use.users(it).isEmpty()).limit(AT_ONCE).toList();
    unused.forEach(this::retire);
    return Optional.of(unused.isEmpty() ? WHILE_USED : AGAIN);
  }

  /**
   * The oldest first. What no definition registered here, as a backup that is being restored, is
   * not ours to delete; what is being deleted goes by itself.
   */
  static List<TaskDefinitionRevision> beyond(int limit, Collection<TaskDefinitionRevision> family) {
    List<TaskDefinitionRevision> newestFirst =
        Revisions.holders(family).stream()
            .sorted(Comparator.comparingInt(Revisions::number).reversed())
            .toList();
    Optional<TaskDefinitionRevision> newest =
        newestFirst.stream().filter(Revisions::active).findFirst();
    return newestFirst.stream()
        .skip(limit)
        .filter(it -> newest.filter(it::equals).isEmpty())
        .filter(it -> RevisionState.of(it) != RevisionState.DELETE_IN_PROGRESS)
        .filter(Revisions::registered)
        .toList()
        .reversed();
  }

  private void retire(TaskDefinitionRevision revision) {
    if (Revisions.active(revision)) {
      actions.merge(revision, INACTIVE);
    } else {
      actions.delete(revision);
    }
  }

  private static Optional<Integer> limit(TaskDefinition definition) {
    return Optional.ofNullable(definition.getSpec().kubernetes())
        .map(TaskDefinitionKubernetes::revisionHistoryLimit);
  }
}
