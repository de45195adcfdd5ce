package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code MountPoint}, {@code mountPoints} of {@code ContainerDefinition}: where the
 * task's volumes appear in this container; becomes volume mounts.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MountPoint(
    @JsonPropertyDescription("Name of one of the task's volumes.") @Nullable String sourceVolume,
    @JsonPropertyDescription("Path in the container.") @Nullable String containerPath,
    @JsonPropertyDescription("Whether the mount is read-only; default false.")
        @Nullable Boolean readOnly) {}
