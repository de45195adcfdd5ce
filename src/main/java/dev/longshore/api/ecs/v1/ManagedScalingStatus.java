package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code status} in {@code ManagedScaling}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum ManagedScalingStatus {
  ENABLED,
  DISABLED
}
