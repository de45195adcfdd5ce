package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code FSxWindowsFileServerVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FSxWindowsFileServerVolumeConfiguration(
    @Nullable String fileSystemId,
    @Nullable String rootDirectory,
    @Nullable FSxWindowsFileServerAuthorizationConfig authorizationConfig) {}
