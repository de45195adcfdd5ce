package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code format} in {@code ServiceConnectAccessLogConfiguration}; the record keeps
 * a string, so that a newer value stays readable.
 */
public enum ServiceConnectAccessLoggingFormat {
  TEXT,
  JSON
}
