package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code InferenceAcceleratorOverride}, {@code inferenceAcceleratorOverrides} of
 * {@code TaskOverride}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InferenceAcceleratorOverride(
    @JsonPropertyDescription("Name that resourceRequirements refer to.")
        @Nullable String deviceName,
    @JsonPropertyDescription("Type of the accelerator.") @Nullable String deviceType) {}
