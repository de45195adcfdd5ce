package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * ECS API shape {@code MonitoringConfiguration}, {@code monitoring} of {@code ServiceSpec}:
 * resolution of the service's metrics.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MonitoringConfiguration(
    @JsonPropertyDescription("Metrics with their resolution, at most 10.") @Size(max = 10)
        List<MetricConfiguration> metricConfigurations) {

  public MonitoringConfiguration {
    metricConfigurations = Copies.of(metricConfigurations);
  }
}
