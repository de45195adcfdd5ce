package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code localStorage} in {@code InstanceRequirementsRequest}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum LocalStorage {
  @JsonProperty("included")
  INCLUDED,
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("excluded")
  EXCLUDED
}
