package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code strategy} in {@code DeploymentConfiguration}; the record keeps a string,
 * so that a newer value stays readable.
 */
public enum DeploymentStrategy {
  ROLLING,
  BLUE_GREEN,
  LINEAR,
  CANARY
}
