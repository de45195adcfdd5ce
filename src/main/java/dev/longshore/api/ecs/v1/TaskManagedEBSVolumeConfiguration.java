package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TaskManagedEBSVolumeConfiguration}, {@code managedEBSVolume} of {@code
 * TaskVolumeConfiguration}: block volume made for the task.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "has(self.sizeInGiB) || has(self.snapshotId)",
    message = "Specify sizeInGiB or snapshotId.")
public record TaskManagedEBSVolumeConfiguration(
    @JsonPropertyDescription("Whether the volume is encrypted.") @Nullable Boolean encrypted,
    @JsonPropertyDescription("Key of the volume's encryption.") @Nullable String kmsKeyId,
    @JsonPropertyDescription("gp2, gp3 (default), io1, io2, st1, sc1 or standard.")
        @Nullable String volumeType,
    @JsonPropertyDescription("Size in GiB, 1 to 16384 (io1 and io2 from 4, st1 and sc1 from 125).")
        @Min(1)
        @Max(16384)
        @Nullable Integer sizeInGiB,
    @JsonPropertyDescription("Snapshot to start from; give this or sizeInGiB.")
        @Nullable String snapshotId,
    @JsonPropertyDescription("Speed at which a snapshot is loaded, in MiB/s.") @Min(0)
        @Nullable Integer volumeInitializationRate,
    @JsonPropertyDescription(
            "Operations per second: gp3 3000 to 16000, io1 to 64000, io2 to 256000.")
        @Min(1)
        @Max(256000)
        @Nullable Integer iops,
    @JsonPropertyDescription("Throughput in MiB/s, gp3 only, at most 1000.") @Min(0) @Max(1000)
        @Nullable Integer throughput,
    @JsonPropertyDescription("Tags of the volume.") @Size(max = 1)
        List<EBSTagSpecification> tagSpecifications,
    @JsonPropertyDescription("Role that ECS would use to manage volumes; recorded only.") @Required
        @Nullable String roleArn,
    @JsonPropertyDescription("Whether the volume ends with the task.")
        @Nullable TaskManagedEBSVolumeTerminationPolicy terminationPolicy,
    @JsonPropertyDescription("ext3, ext4, xfs (default) or ntfs.")
        @SchemaFrom(type = TaskFilesystemType.class)
        @Nullable String filesystemType) {

  public TaskManagedEBSVolumeConfiguration {
    tagSpecifications = Copies.of(tagSpecifications);
  }
}
