package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code CanaryConfiguration}, {@code canaryConfiguration} of {@code
 * DeploymentConfiguration}: steps of a CANARY deployment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CanaryConfiguration(
    @JsonPropertyDescription(
            "Share of the traffic in the first step, 0.1 to 100 percent; default 5.")
        @Min(0.1)
        @Max(100)
        @Nullable Double canaryPercent,
    @JsonPropertyDescription(
            "Minutes before the rest of the traffic follows, 0 to 1440; default 10.")
        @Min(0)
        @Max(1440)
        @Nullable Integer canaryBakeTimeInMinutes) {}
