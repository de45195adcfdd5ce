package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code scope} in {@code DockerVolumeConfiguration}; the record keeps a string,
 * so that a newer value stays readable.
 */
public enum Scope {
  @JsonProperty("task")
  TASK,
  @JsonProperty("shared")
  SHARED
}
