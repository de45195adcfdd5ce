package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code PlacementStrategyType}, for the schema only. */
public enum PlacementStrategyType {
  @JsonProperty("random")
  RANDOM,
  @JsonProperty("spread")
  SPREAD,
  @JsonProperty("binpack")
  BINPACK
}
