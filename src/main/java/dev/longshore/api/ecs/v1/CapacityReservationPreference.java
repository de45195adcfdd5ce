package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code CapacityReservationPreference}, for the schema
 * only.
 */
public enum CapacityReservationPreference {
  RESERVATIONS_ONLY,
  RESERVATIONS_FIRST,
  RESERVATIONS_EXCLUDED
}
