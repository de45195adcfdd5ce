package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code VolumeFrom}, {@code volumesFrom} of {@code ContainerDefinition}: other
 * containers whose mounts this one gets too.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VolumeFrom(
    @JsonPropertyDescription("Container whose mounts are copied.") @Nullable String sourceContainer,
    @JsonPropertyDescription("Whether the copied mounts are read-only; default false.")
        @Nullable Boolean readOnly) {}
