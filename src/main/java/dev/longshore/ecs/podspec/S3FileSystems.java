package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** S3FilesVolumeConfiguration: bound like an Elastic File System, by its ARNs. */
final class S3FileSystems implements VolumeKind {
  private static final String BASE = "volumes[].s3filesVolumeConfiguration";

  @Override
  public List<FieldRule> fields() {
    String becomes = "volumes[].persistentVolumeClaim";
    String bound =
        "by bindings.volumes a claim, NFS export or storage class, else the claim named after the"
            + " ARN's last part; tasks wait until it exists";
    return List.of(
        FieldRule.equivalent(BASE, becomes, bound),
        FieldRule.equivalent(BASE + ".fileSystemArn", becomes, bound),
        FieldRule.equivalent(BASE + ".accessPointArn", becomes, bound),
        ElasticFileSystems.root(BASE + ".rootDirectory"),
        FieldRule.ignored(
            BASE + ".transitEncryptionPort", "the bound volume's own driver chooses its ports"));
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return volume.s3filesVolumeConfiguration() != null;
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    var files = requireNonNull(volume.s3filesVolumeConfiguration());
    String system = requireNonNullElse(files.fileSystemArn(), "");
    return BoundVolume.of(requireNonNullElse(files.accessPointArn(), system), inputs);
  }

  @Override
  public @Nullable String root(dev.longshore.api.ecs.v1.Volume volume) {
    return requireNonNull(volume.s3filesVolumeConfiguration()).rootDirectory();
  }
}
