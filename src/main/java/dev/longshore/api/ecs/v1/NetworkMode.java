package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code NetworkMode}, for the schema only. */
public enum NetworkMode {
  @JsonProperty("bridge")
  BRIDGE,
  @JsonProperty("host")
  HOST,
  @JsonProperty("awsvpc")
  AWSVPC,
  @JsonProperty("none")
  NONE
}
