package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code Volume}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Volume(
    @Nullable String name,
    @Nullable HostVolumeProperties host,
    @Nullable DockerVolumeConfiguration dockerVolumeConfiguration,
    @Nullable EFSVolumeConfiguration efsVolumeConfiguration,
    @Nullable S3FilesVolumeConfiguration s3filesVolumeConfiguration,
    @Nullable FSxWindowsFileServerVolumeConfiguration fsxWindowsFileServerVolumeConfiguration,
    @Nullable Boolean configuredAtLaunch) {}
