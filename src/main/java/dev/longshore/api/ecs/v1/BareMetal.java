package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code BareMetal}, for the schema only. */
public enum BareMetal {
  @JsonProperty("included")
  INCLUDED,
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("excluded")
  EXCLUDED
}
