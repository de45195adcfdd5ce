package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code SuspendedState}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SuspendedState(
    @Nullable Boolean dynamicScalingInSuspended,
    @Nullable Boolean dynamicScalingOutSuspended,
    @Nullable Boolean scheduledScalingSuspended) {}
