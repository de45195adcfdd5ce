package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code FSxWindowsFileServerVolumeConfiguration}, {@code
 * fsxWindowsFileServerVolumeConfiguration} of {@code Volume}: share of a Windows file server.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FSxWindowsFileServerVolumeConfiguration(
    @JsonPropertyDescription("Identifier of the file system.") @Required @Size(min = 1)
        @Nullable String fileSystemId,
    @JsonPropertyDescription("Directory that becomes the volume's root.") @Required @Size(min = 1)
        @Nullable String rootDirectory,
    @JsonPropertyDescription("Credentials of the share.") @Required
        @Nullable FSxWindowsFileServerAuthorizationConfig authorizationConfig) {}
