package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ManagedInstancesStorageConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedInstancesStorageConfiguration(@Nullable Integer storageSizeGiB) {}
