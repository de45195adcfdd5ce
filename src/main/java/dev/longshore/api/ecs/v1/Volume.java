package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Volume}, {@code volumes} of {@code TaskDefinitionSpec}: volumes that
 * containers can mount.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "[has(self.host), has(self.dockerVolumeConfiguration), has(self.efsVolumeConfiguration), has(self.s3filesVolumeConfiguration), has(self.fsxWindowsFileServerVolumeConfiguration), has(self.configuredAtLaunch) && self.configuredAtLaunch].filter(given, given).size() <= 1",
    message =
        "A volume has one configuration only; keep one of [host, dockerVolumeConfiguration, efsVolumeConfiguration, s3filesVolumeConfiguration, fsxWindowsFileServerVolumeConfiguration].")
public record Volume(
    @JsonPropertyDescription("Name that mountPoints refer to, 1 to 255 letters, digits, _ and -.")
        @Required
        @Pattern("^[A-Za-z0-9_-]{1,255}$")
        @Size(min = 1, max = 255)
        @Nullable String name,
    @JsonPropertyDescription(
            "Directory on the node; without sourcePath an empty directory that lives as long as the task.")
        @Nullable HostVolumeProperties host,
    @JsonPropertyDescription("Volume of a Docker volume driver; not on Fargate.")
        @Nullable DockerVolumeConfiguration dockerVolumeConfiguration,
    @JsonPropertyDescription("Directory of an Elastic File System.")
        @Nullable EFSVolumeConfiguration efsVolumeConfiguration,
    @JsonPropertyDescription("Directory of an S3 Files file system.")
        @Nullable S3FilesVolumeConfiguration s3filesVolumeConfiguration,
    @JsonPropertyDescription("Share of a Windows file server.")
        @Nullable FSxWindowsFileServerVolumeConfiguration fsxWindowsFileServerVolumeConfiguration,
    @JsonPropertyDescription(
            "Whether the service gives the details in volumeConfigurations; at most one such volume.")
        @Nullable Boolean configuredAtLaunch) {}
