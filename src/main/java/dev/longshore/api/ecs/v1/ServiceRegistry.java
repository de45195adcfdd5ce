package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceRegistry}, {@code serviceRegistries} of {@code ServiceSpec}: service
 * discovery registry, at most 1.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceRegistry(
    @JsonPropertyDescription("Service discovery registry.") @Nullable String registryArn,
    @JsonPropertyDescription("Port for SRV records.") @Min(0) @Max(65535) @Nullable Integer port,
    @JsonPropertyDescription("Container for SRV records, with containerPort.")
        @Nullable String containerName,
    @JsonPropertyDescription("Port of that container.") @Min(0) @Max(65535)
        @Nullable Integer containerPort) {}
