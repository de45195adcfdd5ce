package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code actionsStatus} in {@code AutoRepairConfiguration}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum AutoRepairActionsStatus {
  ENABLED,
  DISABLED
}
