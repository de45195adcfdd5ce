package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code KeyValuePair}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyValuePair(@Nullable String name, @Nullable String value) {}
