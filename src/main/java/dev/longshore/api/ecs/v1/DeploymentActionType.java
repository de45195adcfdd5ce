package dev.longshore.api.ecs.v1;

/** How a deployment in progress is ended (API enum {@code StopServiceDeploymentStopType}). */
public enum DeploymentActionType {
  ROLLBACK,
  ABORT
}
