package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code iam} in {@code EFSAuthorizationConfig}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum EFSAuthorizationConfigIAM {
  ENABLED,
  DISABLED
}
