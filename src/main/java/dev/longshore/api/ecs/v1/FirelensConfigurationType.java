package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code FirelensConfiguration}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum FirelensConfigurationType {
  @JsonProperty("fluentd")
  FLUENTD,
  @JsonProperty("fluentbit")
  FLUENTBIT
}
