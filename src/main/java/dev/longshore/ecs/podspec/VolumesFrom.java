package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.VolumeFrom;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ContainerDefinition.volumesFrom: the mounts of another container of the task, copied. */
final class VolumesFrom implements PodFeature {
  private static final String BASE = "containerDefinitions[].volumesFrom";

  @Override
  public List<FieldRule> fields() {
    String note = "mount points are shared; anonymous volumes of the image are not";
    return List.of(
        FieldRule.approximated(BASE, "containers[].volumeMounts", note),
        FieldRule.approximated(BASE + "[].sourceContainer", "containers[].volumeMounts", note),
        FieldRule.exact(BASE + "[].readOnly", "containers[].volumeMounts[].readOnly"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    Map<String, VolumeMount> mounts = new LinkedHashMap<>();
    draft.getVolumeMounts().forEach(mount -> mounts.put(mount.getMountPath(), mount));
    Set<String> seen = new HashSet<>();
    if (definition.name() != null) {
      seen.add(definition.name());
    }
    inherit(definition, new Sources(inputs.definition(), seen))
        .forEach(mount -> mounts.putIfAbsent(mount.getMountPath(), mount));
    draft.setVolumeMounts(List.copyOf(mounts.values()));
  }

  /** A source may itself inherit; a container seen once is not visited again. */
  private static List<VolumeMount> inherit(ContainerDefinition definition, Sources sources) {
    return definition.volumesFrom().stream()
        .flatMap(
            from ->
                sources.named(from.sourceContainer()).stream()
                    .flatMap(source -> all(source, sources).stream())
                    .map(mount -> readOnly(mount, from)))
        .toList();
  }

  private static List<VolumeMount> all(ContainerDefinition source, Sources sources) {
    List<VolumeMount> mounts =
        new java.util.ArrayList<>(Volumes.mounts(source.mountPoints(), sources.definition()));
    mounts.addAll(inherit(source, sources));
    return mounts;
  }

  private static VolumeMount readOnly(VolumeMount mount, VolumeFrom from) {
    return Boolean.TRUE.equals(from.readOnly())
        ? new VolumeMountBuilder(mount).withReadOnly(true).build()
        : mount;
  }

  private record Sources(TaskDefinitionSpec definition, Set<String> seen) {
    List<ContainerDefinition> named(@org.jspecify.annotations.Nullable String name) {
      if (name == null || !seen.add(name)) {
        return List.of();
      }
      return definition.containerDefinitions().stream()
          .filter(container -> name.equals(container.name()))
          .toList();
    }
  }
}
