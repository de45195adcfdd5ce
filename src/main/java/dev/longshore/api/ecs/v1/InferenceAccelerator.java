package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code InferenceAccelerator}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InferenceAccelerator(@Nullable String deviceName, @Nullable String deviceType) {}
