package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code DeploymentControllerType}, for the schema only. */
public enum DeploymentControllerType {
  ECS,
  CODE_DEPLOY,
  EXTERNAL
}
