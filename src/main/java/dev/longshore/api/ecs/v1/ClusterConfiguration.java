package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ClusterConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterConfiguration(
    @Nullable ExecuteCommandConfiguration executeCommandConfiguration,
    @Nullable ManagedStorageConfiguration managedStorageConfiguration) {}
