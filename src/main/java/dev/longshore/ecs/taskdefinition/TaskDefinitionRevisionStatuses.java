package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionRevisionStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelitySummaries;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a revision tells about itself: ECS's own output members and the fidelity report. */
record TaskDefinitionRevisionStatuses(Fidelity fidelity, Clock clock) {
  TaskDefinitionRevisionStatus of(TaskDefinitionRevision revision) {
    TaskDefinitionRevisionStatus old = revision.getStatus();
    String family = Revisions.family(revision);
    int number = Revisions.number(revision);
    boolean active = Revisions.active(revision);
    Long generation = revision.getMetadata().getGeneration();
    ObjectNode content = Revisions.content(revision.getSpec(), family);
    Conditions conditions =
        new Conditions(clock, generation, old == null ? List.of() : old.conditions());
    return new TaskDefinitionRevisionStatus(
        generation,
        conditions.of(state(family + ":" + number, active)),
        Arns.taskDefinition(family, number),
        number,
        active ? "ACTIVE" : "INACTIVE",
        Compatibilities.of(content),
        revision.getMetadata().getCreationTimestamp(),
        active ? null : deregisteredAt(old),
        FidelitySummaries.of(fidelity.report(content)));
  }

  private static State state(String name, boolean active) {
    return active
        ? new State.Ready("Registered", name + " can be used.")
        : new State.Ready(
            "Deregistered", name + " is INACTIVE: what runs goes on, nothing new can use it.");
  }

  /** A record: the first time stays. */
  private String deregisteredAt(@Nullable TaskDefinitionRevisionStatus old) {
    return old != null && old.deregisteredAt() != null
        ? old.deregisteredAt()
        : Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
