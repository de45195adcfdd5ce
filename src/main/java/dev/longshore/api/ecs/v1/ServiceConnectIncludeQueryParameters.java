package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code ServiceConnectIncludeQueryParameters}, for the
 * schema only.
 */
public enum ServiceConnectIncludeQueryParameters {
  DISABLED,
  ENABLED
}
