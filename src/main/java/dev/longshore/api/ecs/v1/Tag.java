package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code Tag}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Tag(@Nullable String key, @Nullable String value) {}
