package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code requiresCompatibilities} in {@code TaskDefinitionSpec}; the record keeps
 * a string, so that a newer value stays readable.
 */
public enum Compatibility {
  EC2,
  FARGATE,
  EXTERNAL,
  MANAGED_INSTANCES
}
