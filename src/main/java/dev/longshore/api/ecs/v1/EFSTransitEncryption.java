package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code transitEncryption} in {@code EFSVolumeConfiguration}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum EFSTransitEncryption {
  ENABLED,
  DISABLED
}
