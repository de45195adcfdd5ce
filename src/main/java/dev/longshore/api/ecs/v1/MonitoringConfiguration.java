package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The ECS API shape {@code MonitoringConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MonitoringConfiguration(List<MetricConfiguration> metricConfigurations) {

  public MonitoringConfiguration {
    metricConfigurations = Copies.of(metricConfigurations);
  }
}
