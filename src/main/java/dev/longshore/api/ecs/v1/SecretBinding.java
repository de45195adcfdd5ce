package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code SecretBinding}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretBinding(
    @Nullable String valueFrom, @Nullable String secretName, @Nullable String key) {}
