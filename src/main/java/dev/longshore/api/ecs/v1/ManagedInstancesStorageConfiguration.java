package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ManagedInstancesStorageConfiguration}, {@code storageConfiguration} of
 * {@code InstanceLaunchTemplate}: size of the nodes' data volume.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedInstancesStorageConfiguration(
    @JsonPropertyDescription("Size of the data volume in GiB, 1 or more.") @Min(1)
        @Nullable Integer storageSizeGiB) {}
