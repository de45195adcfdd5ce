package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.RevisionDesiredStatus;
import dev.longshore.api.ecs.v1.TaskDefinitionKubernetes;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;

/** API enum {@code TaskDefinitionStatus}: what the spec of a revision makes of it. */
public enum RevisionState {
  ACTIVE,
  INACTIVE,
  DELETE_IN_PROGRESS;

  public static RevisionState of(TaskDefinitionRevision revision) {
    TaskDefinitionKubernetes ours = revision.getSpec().kubernetes();
    String desired = ours == null ? null : ours.desiredStatus();
    if (RevisionDesiredStatus.DELETED.name().equals(desired)) {
      return DELETE_IN_PROGRESS;
    }
    return RevisionDesiredStatus.INACTIVE.name().equals(desired) ? INACTIVE : ACTIVE;
  }
}
