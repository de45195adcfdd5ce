package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code CapacityOptionType}, for the schema only. */
public enum CapacityOptionType {
  ON_DEMAND,
  SPOT,
  RESERVED
}
