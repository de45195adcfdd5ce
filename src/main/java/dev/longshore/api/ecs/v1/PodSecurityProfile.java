package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The Pod Security profile that task pods are rendered for. */
public enum PodSecurityProfile {
  @JsonProperty("baseline")
  BASELINE,
  @JsonProperty("restricted")
  RESTRICTED
}
