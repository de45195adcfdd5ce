package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code AutoRepairActionsStatus}, for the schema only. */
public enum AutoRepairActionsStatus {
  ENABLED,
  DISABLED
}
