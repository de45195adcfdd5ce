package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code condition} in {@code ContainerDependency}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum ContainerCondition {
  START,
  COMPLETE,
  SUCCESS,
  HEALTHY
}
