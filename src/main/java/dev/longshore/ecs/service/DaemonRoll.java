package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rolling update of a daemon service: older tasks are stopped as far as enough healthy ones
 * stay, and the DaemonSet starts the next on the node that is free then. So at most {@code N -
 * ceil(N * minimumHealthyPercent / 100)} of N nodes are without a healthy task.
 */
final class DaemonRoll {
  private DaemonRoll() {}

  /**
   * Older tasks to stop now, in an order that does not change: what was told and is not seen yet
   * would be told again, and no other.
   *
   * @param target digits of the ECS deployment that is to have all tasks
   */
  static List<Pod> stops(Bounds bounds, String target, TaskHealth tasks) {
    List<Pod> older =
        tasks.live().stream()
            .filter(pod -> !TaskHealth.digits(pod).equals(target))
            .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
            .toList();
    long healthy = tasks.live().stream().filter(tasks::healthy).count();
    long spare = Math.max(0, healthy - bounds.minHealthy());
    return Stream.concat(
            older.stream().filter(pod -> !tasks.healthy(pod)),
            older.stream().filter(tasks::healthy).limit(spare))
        .toList();
  }
}
