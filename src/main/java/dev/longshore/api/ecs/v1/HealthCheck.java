package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code HealthCheck}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthCheck(
    List<String> command,
    @Nullable Integer interval,
    @Nullable Integer timeout,
    @Nullable Integer retries,
    @Nullable Integer startPeriod) {

  public HealthCheck {
    command = Copies.of(command);
  }
}
