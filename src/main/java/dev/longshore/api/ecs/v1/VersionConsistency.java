package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code VersionConsistency}, for the schema only. */
public enum VersionConsistency {
  @JsonProperty("enabled")
  ENABLED,
  @JsonProperty("disabled")
  DISABLED
}
