package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CanaryConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CanaryConfiguration(
    @Nullable Double canaryPercent, @Nullable Integer canaryBakeTimeInMinutes) {}
