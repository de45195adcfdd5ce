package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code ipcMode} in {@code TaskDefinitionSpec}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum IpcMode {
  @JsonProperty("host")
  HOST,
  @JsonProperty("task")
  TASK,
  @JsonProperty("none")
  NONE
}
