package dev.longshore.cli;

import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionRevisionStatus;
import dev.longshore.ecs.taskdefinition.RevisionState;
import dev.longshore.ecs.taskdefinition.Revisions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision as the command line lists it; empty members are not observed yet. */
record Revision(
    String family,
    int revision,
    String status,
    List<String> compatibilities,
    @Nullable String registeredAt,
    @Nullable FidelitySummary fidelity) {

  static Revision of(TaskDefinitionRevision object) {
    TaskDefinitionRevisionStatus status = object.getStatus();
    return new Revision(
        Revisions.family(object),
        Revisions.number(object),
        RevisionState.of(object).name(),
        status == null ? List.of() : status.compatibilities(),
        status == null ? null : status.registeredAt(),
        status == null ? null : status.fidelity());
  }

  Revision with(RevisionState state) {
    return new Revision(family, revision, state.name(), compatibilities, registeredAt, fidelity);
  }
}
