package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EFSVolumeConfiguration. An access point is a root and an identity of its own, so it is a source
 * of its own: what the file system is bound to does not hold for it.
 */
final class ElasticFileSystems implements VolumeKind {
  private static final String BASE = "volumes[].efsVolumeConfiguration";

  @Override
  public List<FieldRule> fields() {
    String becomes = "volumes[].persistentVolumeClaim";
    String bound =
        "by bindings.volumes a claim, NFS export or storage class, else the claim named after it;"
            + " tasks wait until it exists";
    String driver = "the bound volume's own driver and mount options decide";
    return List.of(
        FieldRule.equivalent(BASE, becomes, bound),
        FieldRule.equivalent(BASE + ".fileSystemId", becomes, bound),
        root(BASE + ".rootDirectory"),
        FieldRule.approximated(BASE + ".transitEncryption", "", driver),
        FieldRule.ignored(BASE + ".transitEncryptionPort", driver),
        FieldRule.approximated(BASE + ".authorizationConfig", "", driver),
        FieldRule.equivalent(BASE + ".authorizationConfig.accessPointId", becomes, bound),
        FieldRule.approximated(BASE + ".authorizationConfig.iam", "", driver));
  }

  /** The rule of a root directory, whichever file system has it. */
  static FieldRule root(String path) {
    return FieldRule.equivalent(
            path, "volumeMounts[].subPath", "made where it does not exist, instead of refused")
        .rejecting(
            "with ..",
            (value, document) -> List.of(value.asText().split("[/\\\\]")).contains(".."),
            "a root directory must stay within its file system; give it without '..'");
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return volume.efsVolumeConfiguration() != null;
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    var efs = requireNonNull(volume.efsVolumeConfiguration());
    var access = efs.authorizationConfig();
    String point = access == null ? null : access.accessPointId();
    String system = requireNonNullElse(efs.fileSystemId(), "");
    return BoundVolume.of(requireNonNullElse(point, system), inputs);
  }

  @Override
  public @Nullable String root(dev.longshore.api.ecs.v1.Volume volume) {
    return requireNonNull(volume.efsVolumeConfiguration()).rootDirectory();
  }
}
