package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code VolumeFrom}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VolumeFrom(@Nullable String sourceContainer, @Nullable Boolean readOnly) {}
