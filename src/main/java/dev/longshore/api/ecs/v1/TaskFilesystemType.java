package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code TaskFilesystemType}, for the schema only. */
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
