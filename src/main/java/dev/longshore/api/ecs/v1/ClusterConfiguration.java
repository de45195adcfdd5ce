package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ClusterConfiguration}, {@code configuration} of {@code ClusterSpec}: exec
 * and storage settings of the cluster.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterConfiguration(
    @JsonPropertyDescription("How ECS Exec sessions are logged and encrypted.")
        @Nullable ExecuteCommandConfiguration executeCommandConfiguration,
    @JsonPropertyDescription("Keys that encrypt managed storage.")
        @Nullable ManagedStorageConfiguration managedStorageConfiguration) {}
