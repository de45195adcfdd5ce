package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code capacityOptionType} in {@code InstanceLaunchTemplate}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum CapacityOptionType {
  ON_DEMAND,
  SPOT,
  RESERVED
}
