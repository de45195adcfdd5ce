package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.TaskManagedEBSVolumeConfiguration;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.api.ecs.v1.TaskVolumeConfiguration;
import dev.longshore.ecs.podspec.LaunchVolume;
import java.util.List;
import java.util.stream.Stream;

/** RunTask.volumeConfigurations: what the caller says of volumes that are configuredAtLaunch. */
final class LaunchVolumes {
  private LaunchVolumes() {}

  static List<LaunchVolume> of(TaskSpec spec) {
    return spec.volumeConfigurations().stream().flatMap(LaunchVolumes::of).toList();
  }

  private static Stream<LaunchVolume> of(TaskVolumeConfiguration volume) {
    TaskManagedEBSVolumeConfiguration ebs = volume.managedEBSVolume();
    return volume.name() == null || ebs == null
        ? Stream.empty()
        : Stream.of(
            new LaunchVolume(volume.name(), ebs.sizeInGiB(), ebs.volumeType(), ebs.snapshotId()));
  }
}
