package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code reservationPreference} in {@code CapacityReservationRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum CapacityReservationPreference {
  RESERVATIONS_ONLY,
  RESERVATIONS_FIRST,
  RESERVATIONS_EXCLUDED
}
