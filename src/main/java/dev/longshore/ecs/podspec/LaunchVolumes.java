package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.VolumeBinding;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/** Volume.configuredAtLaunch: a claim for each task, by what the caller says of it. */
final class LaunchVolumes implements VolumeKind {
  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.equivalent(
            "volumes[].configuredAtLaunch",
            "volumes[].ephemeral.volumeClaimTemplate",
            "a claim for each task, of the size volumeConfigurations gives and the storage class"
                + " bound to its volumeType, else the default one"));
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return Boolean.TRUE.equals(volume.configuredAtLaunch());
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    LaunchVolume wanted =
        inputs.launchVolumes().stream()
            .filter(launch -> launch.name().equals(volume.name()))
            .findFirst()
            .orElseGet(() -> new LaunchVolume("", null, null, null));
    String storageClass =
        inputs
            .references()
            .volume(wanted.volumeType())
            .map(VolumeBinding::storageClassName)
            .orElse(null);
    return BoundVolume.perTask(wanted, storageClass);
  }
}
