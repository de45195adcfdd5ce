package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code TaskDefinitionPlacementConstraint}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum TaskDefinitionPlacementConstraintType {
  @JsonProperty("memberOf")
  MEMBER_OF
}
