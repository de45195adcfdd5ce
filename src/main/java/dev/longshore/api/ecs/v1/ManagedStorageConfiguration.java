package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ManagedStorageConfiguration}, {@code managedStorageConfiguration} of {@code
 * ClusterConfiguration}: keys that encrypt managed storage.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedStorageConfiguration(
    @JsonPropertyDescription("Key for managed volumes.") @Nullable String kmsKeyId,
    @JsonPropertyDescription("Key for the scratch space of Fargate tasks.")
        @Nullable String fargateEphemeralStorageKmsKeyId) {}
