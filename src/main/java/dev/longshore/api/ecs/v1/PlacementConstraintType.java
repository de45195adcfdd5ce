package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code PlacementConstraint}; the record keeps a string, so that
 * a newer value stays readable.
 */
public enum PlacementConstraintType {
  @JsonProperty("distinctInstance")
  DISTINCT_INSTANCE,
  @JsonProperty("memberOf")
  MEMBER_OF
}
