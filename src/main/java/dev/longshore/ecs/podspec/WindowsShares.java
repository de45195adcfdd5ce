package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FSxWindowsFileServerVolumeConfiguration: a share is a claim of an SMB driver. */
final class WindowsShares implements VolumeKind {
  private static final String BASE = "volumes[].fsxWindowsFileServerVolumeConfiguration";

  @Override
  public List<FieldRule> fields() {
    String becomes = "volumes[].persistentVolumeClaim";
    String bound =
        "by bindings.volumes a claim, else the claim named after it; tasks wait until it exists";
    String secret = "the claim's volume has its own credentials; these are not read";
    return List.of(
        FieldRule.equivalent(BASE, becomes, bound),
        FieldRule.equivalent(BASE + ".fileSystemId", becomes, bound),
        ElasticFileSystems.root(BASE + ".rootDirectory"),
        FieldRule.approximated(BASE + ".authorizationConfig", "", secret),
        FieldRule.approximated(BASE + ".authorizationConfig.credentialsParameter", "", secret),
        FieldRule.approximated(BASE + ".authorizationConfig.domain", "", secret));
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return volume.fsxWindowsFileServerVolumeConfiguration() != null;
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    var share = requireNonNull(volume.fsxWindowsFileServerVolumeConfiguration());
    return BoundVolume.of(requireNonNullElse(share.fileSystemId(), ""), inputs);
  }

  @Override
  public @Nullable String root(dev.longshore.api.ecs.v1.Volume volume) {
    String root = requireNonNull(volume.fsxWindowsFileServerVolumeConfiguration()).rootDirectory();
    return root == null ? null : root.replace('\\', '/');
  }
}
