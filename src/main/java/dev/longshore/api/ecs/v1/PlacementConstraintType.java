package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code PlacementConstraintType}, for the schema only. */
public enum PlacementConstraintType {
  @JsonProperty("distinctInstance")
  DISTINCT_INSTANCE,
  @JsonProperty("memberOf")
  MEMBER_OF
}
