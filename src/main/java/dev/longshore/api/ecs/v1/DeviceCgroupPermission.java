package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code DeviceCgroupPermission}, for the schema only. */
public enum DeviceCgroupPermission {
  @JsonProperty("read")
  READ,
  @JsonProperty("write")
  WRITE,
  @JsonProperty("mknod")
  MKNOD
}
