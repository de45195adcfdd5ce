package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code HealthCheck}, {@code healthCheck} of {@code ContainerDefinition}: command
 * that tells whether the container is healthy; becomes probes.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthCheck(
    @JsonPropertyDescription(
            "CMD with arguments, or CMD-SHELL with one shell line; exit code 0 is healthy.")
        @Required
        @Size(min = 1)
        List<String> command,
    @JsonPropertyDescription("Seconds between checks, 5 to 300; default 30.") @Min(5) @Max(300)
        @Nullable Integer interval,
    @JsonPropertyDescription("Seconds until a check counts as failed, 2 to 60; default 5.")
        @Min(2)
        @Max(60)
        @Nullable Integer timeout,
    @JsonPropertyDescription("Failures in a row until unhealthy, 1 to 10; default 3.")
        @Min(1)
        @Max(10)
        @Nullable Integer retries,
    @JsonPropertyDescription(
            "Seconds after the start in which failures do not count, 0 to 300; default 0.")
        @Min(0)
        @Max(300)
        @Nullable Integer startPeriod) {

  public HealthCheck {
    command = Copies.of(command);
  }
}
