package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.regex.Pattern;

/**
 * HostVolumeProperties.sourcePath: Pod Security baseline keeps tasks off the node's files, so a
 * path that holds data is a claim. Paths of the node's own system are refused: no claim has what is
 * in them.
 */
final class HostVolumes implements VolumeKind {
  private static final Pattern SYSTEM =
      Pattern.compile(
          "/|(/(bin|boot|cgroup|dev|etc|lib|lib32|lib64|proc|root|run|sbin|sys|usr)"
              + "|/var/(run|log)|/var/lib/(docker|containerd|kubelet|ecs))(/.*)?");

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.approximated(
                "volumes[].host.sourcePath",
                "volumes[].persistentVolumeClaim",
                "a claim in place of the node's directory, by bindings.volumes or named after the"
                    + " path; tasks wait until it exists")
            .rejecting(
                "of the node's system, or with ..",
                (value, document) -> isSystem(value.asText()),
                "Pod Security baseline forbids paths of the node, and no claim has what is in this"
                    + " one; remove sourcePath for scratch space, or the volume"));
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return volume.host() != null
        && volume.host().sourcePath() != null
        && !volume.host().sourcePath().isEmpty();
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    return BoundVolume.of(requireNonNull(requireNonNull(volume.host()).sourcePath()), inputs);
  }

  /** Whether a path belongs to the node itself. */
  static boolean isSystem(String path) {
    String plain = path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    return plain.contains("..") || plain.contains("/./") || SYSTEM.matcher(plain).matches();
  }
}
