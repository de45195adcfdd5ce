package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code action} in {@code DeploymentLifecycleHookTimeoutConfiguration}; the
 * record keeps a string, so that a newer value stays readable.
 */
public enum DeploymentLifecycleHookAction {
  ROLLBACK,
  CONTINUE
}
