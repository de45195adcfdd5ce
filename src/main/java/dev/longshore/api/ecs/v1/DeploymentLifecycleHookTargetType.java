package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code targetType} in {@code DeploymentLifecycleHook}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum DeploymentLifecycleHookTargetType {
  AWS_LAMBDA,
  PAUSE
}
