package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code S3FilesVolumeConfiguration}, {@code s3filesVolumeConfiguration} of {@code
 * Volume}: directory of an S3 Files file system.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record S3FilesVolumeConfiguration(
    @JsonPropertyDescription("ARN of the file system; the task needs a task role.")
        @Required
        @Size(min = 1)
        @Nullable String fileSystemArn,
    @JsonPropertyDescription("Directory that becomes the volume's root.")
        @Nullable String rootDirectory,
    @JsonPropertyDescription("Local port of the encrypted connection.") @Min(1) @Max(65535)
        @Nullable Integer transitEncryptionPort,
    @JsonPropertyDescription("Access point to mount through.") @Nullable String accessPointArn) {}
