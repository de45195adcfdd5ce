package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code MetricConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MetricConfiguration(List<String> metricNames, @Nullable Integer resolutionSeconds) {

  public MetricConfiguration {
    metricNames = Copies.of(metricNames);
  }
}
