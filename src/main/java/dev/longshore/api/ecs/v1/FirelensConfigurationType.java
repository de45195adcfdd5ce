package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Wire values of the ECS API enumeration {@code FirelensConfigurationType}, for the schema only.
 */
public enum FirelensConfigurationType {
  @JsonProperty("fluentd")
  FLUENTD,
  @JsonProperty("fluentbit")
  FLUENTBIT
}
