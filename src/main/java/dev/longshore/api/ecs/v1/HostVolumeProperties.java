package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code HostVolumeProperties}, {@code host} of {@code Volume}: directory on the
 * node; without sourcePath an empty directory that lives as long as the task.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HostVolumeProperties(
    @JsonPropertyDescription(
            "Directory on the node, made when missing; absent gives scratch space. Not on Fargate.")
        @Nullable String sourcePath) {}
