package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code Scope}, for the schema only. */
public enum Scope {
  @JsonProperty("task")
  TASK,
  @JsonProperty("shared")
  SHARED
}
