package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code burstablePerformance} in {@code InstanceRequirementsRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum BurstablePerformance {
  @JsonProperty("included")
  INCLUDED,
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("excluded")
  EXCLUDED
}
