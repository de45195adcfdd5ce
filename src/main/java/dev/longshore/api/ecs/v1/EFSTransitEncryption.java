package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code EFSTransitEncryption}, for the schema only. */
public enum EFSTransitEncryption {
  ENABLED,
  DISABLED
}
