package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ManagedScalingStatus}, for the schema only. */
public enum ManagedScalingStatus {
  ENABLED,
  DISABLED
}
