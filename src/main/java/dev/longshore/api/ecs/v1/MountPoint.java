package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code MountPoint}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MountPoint(
    @Nullable String sourceVolume, @Nullable String containerPath, @Nullable Boolean readOnly) {}
