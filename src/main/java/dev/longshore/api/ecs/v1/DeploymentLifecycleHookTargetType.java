package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code DeploymentLifecycleHookTargetType}, for the schema
 * only.
 */
public enum DeploymentLifecycleHookTargetType {
  AWS_LAMBDA,
  PAUSE
}
