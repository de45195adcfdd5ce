package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code ManagedTerminationProtection}, for the schema only.
 */
public enum ManagedTerminationProtection {
  ENABLED,
  DISABLED
}
