package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ScalableTarget}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalableTarget(
    @Nullable Integer minCapacity,
    @Nullable Integer maxCapacity,
    @Nullable SuspendedState suspendedState) {}
