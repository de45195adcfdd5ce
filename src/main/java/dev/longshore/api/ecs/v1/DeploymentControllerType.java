package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code type} in {@code DeploymentController}; the record keeps a string, so that
 * a newer value stays readable.
 */
public enum DeploymentControllerType {
  ECS,
  CODE_DEPLOY,
  EXTERNAL
}
