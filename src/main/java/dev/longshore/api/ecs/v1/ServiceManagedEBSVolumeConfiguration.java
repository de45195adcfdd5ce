package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceManagedEBSVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceManagedEBSVolumeConfiguration(
    @Nullable Boolean encrypted,
    @Nullable String kmsKeyId,
    @Nullable String volumeType,
    @Nullable Integer sizeInGiB,
    @Nullable String snapshotId,
    @Nullable Integer volumeInitializationRate,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    List<EBSTagSpecification> tagSpecifications,
    @Nullable String roleArn,
    @SchemaFrom(type = TaskFilesystemType.class) @Nullable String filesystemType) {

  public ServiceManagedEBSVolumeConfiguration {
    tagSpecifications = Copies.of(tagSpecifications);
  }
}
