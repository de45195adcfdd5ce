package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Application Auto Scaling's shape {@code SuspendedState}: kinds of scaling that are paused. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SuspendedState(
    @JsonPropertyDescription("Whether policies may not remove tasks.")
        @Nullable Boolean dynamicScalingInSuspended,
    @JsonPropertyDescription("Whether policies may not add tasks.")
        @Nullable Boolean dynamicScalingOutSuspended,
    @JsonPropertyDescription("Whether scheduled actions are paused.")
        @Nullable Boolean scheduledScalingSuspended) {}
