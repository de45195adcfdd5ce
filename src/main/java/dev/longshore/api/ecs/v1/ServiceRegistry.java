package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceRegistry}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceRegistry(
    @Nullable String registryArn,
    @Nullable Integer port,
    @Nullable String containerName,
    @Nullable Integer containerPort) {}
