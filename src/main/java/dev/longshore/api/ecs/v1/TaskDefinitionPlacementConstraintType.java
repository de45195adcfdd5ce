package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Wire values of the ECS API enumeration {@code TaskDefinitionPlacementConstraintType}, for the
 * schema only.
 */
public enum TaskDefinitionPlacementConstraintType {
  @JsonProperty("memberOf")
  MEMBER_OF
}
