package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code filesystemType} in {@code ServiceManagedEBSVolumeConfiguration}; the
 * record keeps a string, so that a newer value stays readable.
 */
public enum TaskFilesystemType {
  @JsonProperty("ext3")
  EXT3,
  @JsonProperty("ext4")
  EXT4,
  @JsonProperty("xfs")
  XFS,
  @JsonProperty("ntfs")
  NTFS
}
