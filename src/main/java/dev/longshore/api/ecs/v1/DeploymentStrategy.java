package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code DeploymentStrategy}, for the schema only. */
public enum DeploymentStrategy {
  ROLLING,
  BLUE_GREEN,
  LINEAR,
  CANARY
}
