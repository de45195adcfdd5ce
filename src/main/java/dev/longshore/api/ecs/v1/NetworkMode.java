package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code networkMode} in {@code TaskDefinitionSpec}; the record keeps a string, so
 * that a newer value stays readable.
 */
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
