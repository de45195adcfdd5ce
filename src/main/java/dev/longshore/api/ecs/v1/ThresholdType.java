package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code type} in {@code ThresholdConfiguration}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum ThresholdType {
  COUNT,
  BOUNDED_PERCENT,
  UNBOUNDED_PERCENT
}
