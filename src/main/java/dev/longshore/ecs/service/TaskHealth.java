package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Health of tasks by their pods: a DaemonSet counts its pods, and not those of one ECS deployment.
 *
 * @param healthyAfter how long a ready task of each ECS deployment runs until it counts as healthy,
 *     by the deployment's digits
 */
record TaskHealth(List<Pod> live, Map<String, Duration> healthyAfter, Instant now) {

  static TaskHealth of(Collection<Pod> pods, Map<String, Duration> healthyAfter, Instant now) {
    return new TaskHealth(
        pods.stream().filter(pod -> !ServiceObserved.stopping(pod)).toList(), healthyAfter, now);
  }

  List<Pod> of(String digits) {
    return live.stream().filter(pod -> digits(pod).equals(digits)).toList();
  }

  boolean ready(Pod pod) {
    return isReady(pod);
  }

  /** Whether its health check passes, or it has none and runs. */
  static boolean isReady(Pod pod) {
    return readySince(pod).isPresent();
  }

  /** Whether each of the tasks is ready, by their uids. */
  static Map<String, Boolean> readiness(List<Pod> tasks) {
    return tasks.stream()
        .filter(pod -> pod.getMetadata().getUid() != null)
        .collect(Collectors.toMap(pod -> pod.getMetadata().getUid(), TaskHealth::isReady));
  }

  boolean healthy(Pod pod) {
    return healthyAt(pod).filter(it -> !it.isAfter(now)).isPresent();
  }

  /** When the next task becomes healthy; nothing else wakes anybody then. */
  Optional<Instant> next() {
    return live.stream()
        .flatMap(pod -> healthyAt(pod).stream())
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  static String digits(Pod pod) {
    return pod.getMetadata().getLabels().getOrDefault(Labels.DEPLOYMENT, "");
  }

  private Optional<Instant> healthyAt(Pod pod) {
    return readySince(pod)
        .map(it -> it.plus(healthyAfter.getOrDefault(digits(pod), Duration.ZERO)));
  }

  private static Optional<Instant> readySince(Pod pod) {
    if (PodPhase.ended(pod)) {
      return Optional.empty();
    }
    return pod.getStatus().getConditions().stream()
        .filter(it -> "Ready".equals(it.getType()) && "True".equals(it.getStatus()))
        .map(PodCondition::getLastTransitionTime)
        .map(time -> time == null ? Instant.EPOCH : Instant.parse(time))
        .findFirst();
  }
}
