package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code PlacementStrategy}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum PlacementStrategyType {
  @JsonProperty("random")
  RANDOM,
  @JsonProperty("spread")
  SPREAD,
  @JsonProperty("binpack")
  BINPACK
}
