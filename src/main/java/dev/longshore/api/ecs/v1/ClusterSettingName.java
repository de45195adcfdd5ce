package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code name} in {@code ClusterSetting}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum ClusterSettingName {
  @JsonProperty("containerInsights")
  CONTAINER_INSIGHTS
}
