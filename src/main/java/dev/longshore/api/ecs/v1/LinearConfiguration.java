package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code LinearConfiguration}, {@code linearConfiguration} of {@code
 * DeploymentConfiguration}: steps of a LINEAR deployment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LinearConfiguration(
    @JsonPropertyDescription(
            "Share of the traffic moved in each step, 3 to 100 percent; default 10.")
        @Min(3)
        @Max(100)
        @Nullable Double stepPercent,
    @JsonPropertyDescription("Minutes between steps, 0 to 1440; default 6.") @Min(0) @Max(1440)
        @Nullable Integer stepBakeTimeInMinutes) {}
