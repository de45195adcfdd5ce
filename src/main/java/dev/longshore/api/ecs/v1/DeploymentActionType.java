package dev.longshore.api.ecs.v1;

/**
 * What a deployment in progress is told (API enums {@code StopServiceDeploymentStopType} and {@code
 * DeploymentLifecycleHookAction}).
 */
public enum DeploymentActionType {
  ROLLBACK,
  ABORT,
  CONTINUE
}
