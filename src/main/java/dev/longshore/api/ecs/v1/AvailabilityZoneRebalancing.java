package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code availabilityZoneRebalancing} in {@code ServiceSpec}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum AvailabilityZoneRebalancing {
  ENABLED,
  DISABLED
}
