package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;

/** A volume without any configuration: scratch space that ends with the task. */
final class ScratchVolumes implements VolumeKind {
  @Override
  public List<FieldRule> fields() {
    return List.of(FieldRule.exact("volumes[].host", "volumes[].emptyDir"));
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return true;
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    return new VolumeBuilder().withNewEmptyDir().endEmptyDir().build();
  }
}
