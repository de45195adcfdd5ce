package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code IpcMode}, for the schema only. */
public enum IpcMode {
  @JsonProperty("host")
  HOST,
  @JsonProperty("task")
  TASK,
  @JsonProperty("none")
  NONE
}
