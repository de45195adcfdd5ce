package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code LinearConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LinearConfiguration(
    @Nullable Double stepPercent, @Nullable Integer stepBakeTimeInMinutes) {}
