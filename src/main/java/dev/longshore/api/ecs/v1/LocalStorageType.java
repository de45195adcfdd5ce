package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code LocalStorageType}, for the schema only. */
public enum LocalStorageType {
  @JsonProperty("hdd")
  HDD,
  @JsonProperty("ssd")
  SSD
}
