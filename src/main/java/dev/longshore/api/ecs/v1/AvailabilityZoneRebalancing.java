package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code AvailabilityZoneRebalancing}, for the schema only.
 */
public enum AvailabilityZoneRebalancing {
  ENABLED,
  DISABLED
}
