package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code MetricConfiguration}, {@code metricConfigurations} of {@code
 * MonitoringConfiguration}: metrics with their resolution, at most 10.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MetricConfiguration(
    @JsonPropertyDescription("Metrics to publish: CPUUtilization, MemoryUtilization.")
        List<String> metricNames,
    @JsonPropertyDescription("Resolution in seconds, 20 or 60; default 60.")
        @ValidationRule(value = "self in [20, 60]", message = "resolutionSeconds must be 20 or 60.")
        @Nullable Integer resolutionSeconds) {

  public MetricConfiguration {
    metricNames = Copies.of(metricNames);
  }
}
