package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceEvent}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceEvent(
    @Nullable String id, @Nullable String createdAt, @Nullable String message) {}
