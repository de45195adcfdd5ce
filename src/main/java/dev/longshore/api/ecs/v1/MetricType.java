package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The predefined metrics of Application Auto Scaling for the dimension ecs:service:DesiredCount.
 */
public enum MetricType {
  @JsonProperty("ECSServiceAverageCPUUtilization")
  ECSSERVICE_AVERAGE_CPUUTILIZATION,
  @JsonProperty("ECSServiceAverageMemoryUtilization")
  ECSSERVICE_AVERAGE_MEMORY_UTILIZATION,
  @JsonProperty("ALBRequestCountPerTarget")
  ALBREQUEST_COUNT_PER_TARGET
}
