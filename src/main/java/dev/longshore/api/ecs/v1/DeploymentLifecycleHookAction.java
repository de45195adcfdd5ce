package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code DeploymentLifecycleHookAction}, for the schema
 * only.
 */
public enum DeploymentLifecycleHookAction {
  ROLLBACK,
  CONTINUE
}
