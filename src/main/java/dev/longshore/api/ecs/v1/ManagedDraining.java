package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ManagedDraining}, for the schema only. */
public enum ManagedDraining {
  ENABLED,
  DISABLED
}
