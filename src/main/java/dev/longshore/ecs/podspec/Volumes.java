package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.MountPoint;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Volumes and mountPoints. Only scratch space of the task is built; every kind that would outlive
 * it is refused in the table beside {@link FieldRule}, because its data would silently be scratch.
 */
final class Volumes implements PodFeature {
  private static final String MOUNTS = "containerDefinitions[].mountPoints";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact("volumes", "spec.volumes"),
        FieldRule.equivalent(
            "volumes[].name", "volumes[].emptyDir", "starts empty; no files of the image in it"),
        FieldRule.exact("volumes[].host", "volumes[].emptyDir"),
        FieldRule.exact(MOUNTS, "containers[].volumeMounts"),
        FieldRule.exact(MOUNTS + "[].sourceVolume", "volumeMounts[].name"),
        FieldRule.exact(MOUNTS + "[].containerPath", "volumeMounts[].mountPath")
            .rejecting(
                "a Windows path",
                (value, document) -> value.asText().contains(":"),
                "a path with ':' is a Windows path and Windows tasks are not built yet; use a Linux"
                    + " path"),
        FieldRule.exact(MOUNTS + "[].readOnly", "volumeMounts[].readOnly"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    draft.getVolumeMounts().addAll(mounts(definition.mountPoints()));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    for (var volume : inputs.definition().volumes()) {
      if (volume.name() != null) {
        draft
            .getSpec()
            .getVolumes()
            .add(
                new VolumeBuilder()
                    .withName(Names.dnsLabel(volume.name()))
                    .withEmptyDir(new EmptyDirVolumeSource())
                    .build());
      }
    }
  }

  /** The mounts of a container by path; of two at one path the last wins. */
  static List<VolumeMount> mounts(List<MountPoint> points) {
    Map<String, VolumeMount> mounts = new LinkedHashMap<>();
    for (MountPoint point : points) {
      String path = point.containerPath();
      String volume = point.sourceVolume();
      if (path != null && volume != null) {
        Boolean readOnly = Boolean.TRUE.equals(point.readOnly()) ? true : null;
        mounts.put(
            path,
            new VolumeMountBuilder()
                .withName(Names.dnsLabel(volume))
                .withMountPath(path)
                .withReadOnly(readOnly)
                .build());
      }
    }
    return List.copyOf(mounts.values());
  }
}
