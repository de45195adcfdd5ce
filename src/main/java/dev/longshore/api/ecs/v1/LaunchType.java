package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code launchType} in {@code ServiceSpec}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum LaunchType {
  EC2,
  FARGATE,
  EXTERNAL,
  MANAGED_INSTANCES
}
