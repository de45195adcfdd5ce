package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code LocalStorage}, for the schema only. */
public enum LocalStorage {
  @JsonProperty("included")
  INCLUDED,
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("excluded")
  EXCLUDED
}
