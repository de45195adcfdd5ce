package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code permissions} in {@code Device}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum DeviceCgroupPermission {
  @JsonProperty("read")
  READ,
  @JsonProperty("write")
  WRITE,
  @JsonProperty("mknod")
  MKNOD
}
