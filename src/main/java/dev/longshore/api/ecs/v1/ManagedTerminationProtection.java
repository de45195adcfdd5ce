package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code managedTerminationProtection} in {@code AutoScalingGroupProvider}; the
 * record keeps a string, so that a newer value stays readable.
 */
public enum ManagedTerminationProtection {
  ENABLED,
  DISABLED
}
