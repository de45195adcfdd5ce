package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code S3FilesVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record S3FilesVolumeConfiguration(
    @Nullable String fileSystemArn,
    @Nullable String rootDirectory,
    @Nullable Integer transitEncryptionPort,
    @Nullable String accessPointArn) {}
