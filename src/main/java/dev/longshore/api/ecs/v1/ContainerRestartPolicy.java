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
 * ECS API shape {@code ContainerRestartPolicy}, {@code restartPolicy} of {@code
 * ContainerDefinition}: whether this container restarts alone, without a new task.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerRestartPolicy(
    @JsonPropertyDescription("Whether the container is restarted in place when it exits.") @Required
        @Nullable Boolean enabled,
    @JsonPropertyDescription("Exit codes that cause no restart, at most 50.") @Size(max = 50)
        List<Integer> ignoredExitCodes,
    @JsonPropertyDescription(
            "Seconds the container must run before a restart is tried, 60 to 1800; default 300.")
        @Min(60)
        @Max(1800)
        @Nullable Integer restartAttemptPeriod) {

  public ContainerRestartPolicy {
    ignoredExitCodes = Copies.of(ignoredExitCodes);
  }
}
