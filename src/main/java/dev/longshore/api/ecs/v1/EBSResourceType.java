package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code EBSResourceType}, for the schema only. */
public enum EBSResourceType {
  @JsonProperty("volume")
  VOLUME
}
