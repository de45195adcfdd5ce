package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code ServiceConnectAccessLoggingFormat}, for the schema
 * only.
 */
public enum ServiceConnectAccessLoggingFormat {
  TEXT,
  JSON
}
