package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ManagedInstancesLocalStorageConfiguration}, {@code
 * localStorageConfiguration} of {@code InstanceLaunchTemplate}: whether local disks hold the task
 * data.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedInstancesLocalStorageConfiguration(
    @JsonPropertyDescription("Whether task data is kept on the nodes' local disks.")
        @Nullable Boolean useLocalStorage) {}
