package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The scaling policy types of Application Auto Scaling that a policy here may have. */
public enum PolicyType {
  @JsonProperty("TargetTrackingScaling")
  TARGET_TRACKING_SCALING
}
