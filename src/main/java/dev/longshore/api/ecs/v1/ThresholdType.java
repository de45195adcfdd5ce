package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ThresholdType}, for the schema only. */
public enum ThresholdType {
  COUNT,
  BOUNDED_PERCENT,
  UNBOUNDED_PERCENT
}
