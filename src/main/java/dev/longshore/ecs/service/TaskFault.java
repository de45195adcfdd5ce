package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task that ECS would have stopped: an essential container exited, or never started. The kubelet
 * restarts such a container in place, so one pod can stand for several stops.
 *
 * @param stops how often it stopped so far; it only grows
 * @param healthyBefore whether it counted as healthy before the last stop
 * @param ran whether its essential containers ever ran
 */
record TaskFault(Pod pod, int stops, boolean healthyBefore, boolean ran) {
  /** The kubelet gave up a first attempt and goes on trying; ECS stops the task. */
  private static final Set<String> CANNOT_START =
      Set.of(
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  String uid() {
    return pod.getMetadata().getUid();
  }

  /**
   * What is wrong with a task, if anything is.
   *
   * @param essential names of its essential containers; none means all
   * @param healthyAfter how long a task without a health check runs until it counts as healthy
   */
  static Optional<TaskFault> of(Pod pod, Set<String> essential, Duration healthyAfter) {
    List<ContainerStatus> statuses =
        Stream.concat(
                pod.getStatus().getInitContainerStatuses().stream(),
                pod.getStatus().getContainerStatuses().stream())
            .filter(it -> essential.isEmpty() || essential.contains(it.getName()))
            .toList();
    int exits = statuses.stream().mapToInt(TaskFault::exits).sum();
    if (exits > 0) {
      return Optional.of(new TaskFault(pod, exits, wasHealthy(pod, statuses, healthyAfter), true));
    }
    return statuses.stream().anyMatch(TaskFault::cannotStart)
        ? Optional.of(new TaskFault(pod, 1, false, false))
        : Optional.empty();
  }

  /** A container that is about to be restarted is not in its restart count yet. */
  private static int exits(ContainerStatus status) {
    boolean down = status.getState() == null || status.getState().getRunning() == null;
    return status.getRestartCount() + (down && last(status).isPresent() ? 1 : 0);
  }

  private static boolean cannotStart(ContainerStatus status) {
    ContainerState state = status.getState();
    return state != null
        && state.getWaiting() != null
        && CANNOT_START.contains(String.valueOf(state.getWaiting().getReason()));
  }

  private static boolean wasHealthy(
      Pod pod, List<ContainerStatus> statuses, Duration healthyAfter) {
    Optional<ContainerStateTerminated> end =
        statuses.stream()
            .flatMap(status -> last(status).stream())
            .max(Comparator.comparing(ContainerStateTerminated::getFinishedAt));
    if (end.isEmpty() || end.get().getStartedAt() == null) {
      return false;
    }
    Instant started = Instant.parse(end.get().getStartedAt());
    boolean checked =
        pod.getSpec().getContainers().stream().anyMatch(it -> it.getReadinessProbe() != null);
    return checked
        ? ready(pod).filter(started::isBefore).isPresent()
        : !Instant.parse(end.get().getFinishedAt()).isBefore(started.plus(healthyAfter));
  }

  /** When readiness last changed: after the start of a run only if it was ready in that run. */
  private static Optional<Instant> ready(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(it -> "Ready".equals(it.getType()) && it.getLastTransitionTime() != null)
        .map(PodCondition::getLastTransitionTime)
        .map(Instant::parse)
        .findFirst();
  }

  private static Optional<ContainerStateTerminated> last(ContainerStatus status) {
    return Stream.of(
            Optional.ofNullable(status.getState()), Optional.ofNullable(status.getLastState()))
        .flatMap(Optional::stream)
        .map(ContainerState::getTerminated)
        .filter(it -> it != null && it.getFinishedAt() != null)
        .findFirst();
  }
}
