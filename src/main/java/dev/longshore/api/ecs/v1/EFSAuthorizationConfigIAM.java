package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code EFSAuthorizationConfigIAM}, for the schema only.
 */
public enum EFSAuthorizationConfigIAM {
  ENABLED,
  DISABLED
}
