package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code InstanceGeneration}, for the schema only. */
public enum InstanceGeneration {
  @JsonProperty("current")
  CURRENT,
  @JsonProperty("previous")
  PREVIOUS
}
