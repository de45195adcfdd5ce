package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code logging} in {@code ExecuteCommandConfiguration}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum ExecuteCommandLogging {
  NONE,
  DEFAULT,
  OVERRIDE
}
