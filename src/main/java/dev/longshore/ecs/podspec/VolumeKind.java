package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the configurations an ECS volume may have. */
interface VolumeKind {
  /** The members this kind speaks for. */
  List<FieldRule> fields();

  /** Whether the volume is of this kind. */
  boolean claims(dev.longshore.api.ecs.v1.Volume volume);

  /** The pod's volume, still without a name. */
  Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs);

  /** Directory of the file system that is the root of the volume. */
  default @Nullable String root(dev.longshore.api.ecs.v1.Volume volume) {
    return null;
  }
}
