package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code includeQueryParameters} in {@code ServiceConnectAccessLogConfiguration};
 * the record keeps a string, so that a newer value stays readable.
 */
public enum ServiceConnectIncludeQueryParameters {
  DISABLED,
  ENABLED
}
