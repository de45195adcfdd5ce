package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.MountPoint;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.Volume;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Volumes and mountPoints; what each kind of volume becomes is its own {@link VolumeKind}'s
 * business.
 */
final class Volumes implements PodFeature {
  private static final String MOUNTS = "containerDefinitions[].mountPoints";

  /** The last one takes whatever no other has taken. */
  private static final List<VolumeKind> KINDS =
      List.of(
          new HostVolumes(),
          new DockerVolumes(),
          new ElasticFileSystems(),
          new S3FileSystems(),
          new WindowsShares(),
          new LaunchVolumes(),
          new ScratchVolumes());

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact("volumes", "spec.volumes"),
        FieldRule.equivalent(
            "volumes[].name", "volumes[].emptyDir", "starts empty; no files of the image in it"),
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
    draft.getVolumeMounts().addAll(mounts(definition.mountPoints(), inputs.definition()));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    for (var volume : inputs.definition().volumes()) {
      if (volume.name() != null) {
        var source = kind(volume).render(volume, inputs);
        source.setName(Names.dnsLabel(volume.name()));
        draft.getSpec().getVolumes().add(source);
      }
    }
  }

  /** The rules of every kind of volume. */
  static Stream<FieldRule> kinds() {
    return KINDS.stream().flatMap(kind -> kind.fields().stream());
  }

  private static VolumeKind kind(Volume volume) {
    return KINDS.stream().filter(kind -> kind.claims(volume)).findFirst().orElseThrow();
  }

  /** The mounts of a container by path; of two at one path the last wins. */
  static List<VolumeMount> mounts(List<MountPoint> points, TaskDefinitionSpec definition) {
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
                .withSubPath(root(volume, definition))
                .build());
      }
    }
    return List.copyOf(mounts.values());
  }

  /** The directory of a file system that is the volume's root, as a relative path. */
  private static @Nullable String root(String name, TaskDefinitionSpec definition) {
    return definition.volumes().stream()
        .filter(volume -> name.equals(volume.name()))
        .map(volume -> kind(volume).root(volume))
        .map(root -> requireNonNullElse(root, "").replaceAll("^[/\\\\]+|[/\\\\]+$", ""))
        .filter(root -> !root.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
