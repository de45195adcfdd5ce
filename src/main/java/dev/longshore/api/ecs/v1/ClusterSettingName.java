package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code ClusterSettingName}, for the schema only. */
public enum ClusterSettingName {
  @JsonProperty("containerInsights")
  CONTAINER_INSIGHTS
}
