package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code versionConsistency} in {@code ContainerDefinition}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum VersionConsistency {
  @JsonProperty("enabled")
  ENABLED,
  @JsonProperty("disabled")
  DISABLED
}
