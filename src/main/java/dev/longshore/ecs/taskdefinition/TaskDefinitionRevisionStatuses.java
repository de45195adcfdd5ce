package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionRevisionStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelitySummaries;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a revision tells about itself: ECS's own output members and the fidelity report. */
record TaskDefinitionRevisionStatuses(Fidelity fidelity, Clock clock) {

  /**
   * The status.
   *
   * @param users who keeps a revision that is being deleted; of others nobody asks
   */
  TaskDefinitionRevisionStatus of(TaskDefinitionRevision revision, List<String> users) {
    TaskDefinitionRevisionStatus old = revision.getStatus();
    String family = Revisions.family(revision);
    int number = Revisions.number(revision);
    RevisionState state = RevisionState.of(revision);
    Long generation = revision.getMetadata().getGeneration();
    ObjectNode content = Revisions.content(revision.getSpec(), family);
    Conditions conditions =
        new Conditions(clock, generation, old == null ? List.of() : old.conditions());
    return new TaskDefinitionRevisionStatus(
        generation,
        conditions.of(state(revision, users)),
        Arns.taskDefinition(family, number),
        number,
        state.name(),
        Compatibilities.of(content),
        revision.getMetadata().getCreationTimestamp(),
        state == RevisionState.ACTIVE
            ? null
            : first(old, TaskDefinitionRevisionStatus::deregisteredAt),
        state == RevisionState.DELETE_IN_PROGRESS
            ? first(old, TaskDefinitionRevisionStatus::deleteRequestedAt)
            : null,
        FidelitySummaries.of(fidelity.report(content)));
  }

  private static State state(TaskDefinitionRevision revision, List<String> users) {
    String name = Revisions.name(revision);
    return switch (RevisionState.of(revision)) {
      case ACTIVE -> active(name, RevisionContent.of(revision).problems());
      case INACTIVE ->
          new State.Ready(
              "Deregistered", name + " is INACTIVE: what runs goes on, nothing new can use it.");
      case DELETE_IN_PROGRESS ->
          new State.Progressing(
              "DeleteInProgress",
              "%s is %s; it goes once nobody uses it, and nothing new can."
                  .formatted(name, RevisionUse.sentence(users)));
    };
  }

  /** One that somebody applied may hold what nobody would have registered. */
  private static State active(String name, List<Problem> problems) {
    return problems.isEmpty()
        ? new State.Ready("Registered", name + " can be used.")
        : new State.Stalled(problems.getFirst().reason(), Problem.join(problems));
  }

  /** A record: the first time stays. */
  private String first(
      @Nullable TaskDefinitionRevisionStatus old,
      Function<TaskDefinitionRevisionStatus, @Nullable String> time) {
    String before = old == null ? null : time.apply(old);
    return before != null ? before : Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
