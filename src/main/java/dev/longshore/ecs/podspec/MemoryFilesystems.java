package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.LinuxParameters;
import dev.longshore.api.ecs.v1.Tmpfs;
import dev.longshore.api.ecs.v1.Volume;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** LinuxParameters.sharedMemorySize and tmpfs, sizes in MiB: emptyDirs in memory. */
final class MemoryFilesystems implements PodFeature {
  private static final String BASE = "containerDefinitions[].linuxParameters.";

  @Override
  public List<FieldRule> fields() {
    String volume = "volumes[].emptyDir{medium: Memory}";
    return List.of(
        FieldRule.equivalent(
            BASE + "sharedMemorySize", volume + " at /dev/shm", "counts as the container's memory"),
        FieldRule.equivalent(BASE + "tmpfs", volume, "counts as the container's memory"),
        FieldRule.exact(BASE + "tmpfs[].containerPath", "volumeMounts[].mountPath"),
        FieldRule.exact(BASE + "tmpfs[].size", volume + ".sizeLimit"),
        FieldRule.approximated(
            BASE + "tmpfs[].mountOptions", "volumeMounts[].readOnly", "only ro has an effect"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    Map<String, VolumeMount> mounts = new LinkedHashMap<>();
    draft.getVolumeMounts().forEach(mount -> mounts.put(mount.getMountPath(), mount));
    of(definition, inputs).forEach(memory -> mounts.putIfAbsent(memory.path(), memory.mount()));
    draft.setVolumeMounts(List.copyOf(mounts.values()));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      for (Memory memory : of(definition, inputs)) {
        draft
            .getSpec()
            .getVolumes()
            .add(
                new VolumeBuilder()
                    .withName(memory.volume())
                    .withEmptyDir(
                        new EmptyDirVolumeSource(
                            "Memory", ComputeResources.mebibytes(memory.size())))
                    .build());
      }
    }
  }

  private static List<Memory> of(ContainerDefinition definition, PodInputs inputs) {
    LinuxParameters linux = definition.linuxParameters();
    if (linux == null) {
      return List.of();
    }
    List<Memory> found = new ArrayList<>();
    String container = Containers.name(definition);
    if (linux.sharedMemorySize() != null && linux.sharedMemorySize() > 0) {
      String volume = name(inputs, "shm", container);
      found.add(new Memory(volume, "/dev/shm", linux.sharedMemorySize(), false));
    }
    for (Tmpfs tmpfs : linux.tmpfs()) {
      if (tmpfs.containerPath() != null && tmpfs.size() != null) {
        String volume = name(inputs, "tmpfs", container, Integer.toString(found.size()));
        boolean readOnly = tmpfs.mountOptions().contains("ro");
        found.add(new Memory(volume, tmpfs.containerPath(), tmpfs.size(), readOnly));
      }
    }
    return found;
  }

  /** A volume of the definition may have the name that is ours as a rule. */
  private static String name(PodInputs inputs, String... parts) {
    String name = Names.dnsLabel(parts);
    boolean taken =
        inputs.definition().volumes().stream()
            .map(Volume::name)
            .anyMatch(given -> given != null && Names.dnsLabel(given).equals(name));
    // the capital letter brings a hash
    return taken ? Names.dnsLabel("Memory", name) : name;
  }

  private record Memory(String volume, String path, int size, boolean readOnly) {
    VolumeMount mount() {
      return new VolumeMountBuilder()
          .withName(volume)
          .withMountPath(path)
          .withReadOnly(readOnly ? true : null)
          .build();
    }
  }
}
