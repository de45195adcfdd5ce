package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code PidMode}, for the schema only. */
public enum PidMode {
  @JsonProperty("host")
  HOST,
  @JsonProperty("task")
  TASK
}
