package dev.longshore.ecs.service;

import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds tasks that ECS would have stopped or replaced, by what the kubelet says of their pods.
 *
 * @param essential names of the task's essential containers; none means all
 * @param healthyAfter how long a task without a health check runs until it counts as healthy
 * @param look when, and how long health checks do not count
 */
record TaskFaults(Set<String> essential, Duration healthyAfter, ServiceObserved.Look look) {
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

  private static final int PERIOD = 10;
  private static final int TIMEOUT = 1;
  private static final int RETRIES = 3;

  /** What is wrong with a task, if anything is. */
  Optional<TaskFault> of(Pod pod) {
    List<ContainerStatus> statuses = statuses(pod);
    if (PodPhase.ended(pod)) {
      return Optional.of(ended(pod, statuses));
    }
    int exits = statuses.stream().mapToInt(TaskFaults::exits).sum();
    int before = before(pod).mapToInt(TaskFaults::failures).sum();
    if (exits == 0 && cannotStart(pod)) {
      return Optional.of(new TaskFault(pod, Kind.NEVER_RAN, before + 1, false));
    }
    if (deadline(pod).filter(it -> !it.isAfter(look.now())).isPresent()) {
      return Optional.of(new TaskFault(pod, Kind.UNHEALTHY, before + exits + 1, false));
    }
    if (exits > 0) {
      boolean healthy = wasHealthy(pod, statuses);
      return Optional.of(new TaskFault(pod, Kind.EXITED, before + exits, healthy));
    }
    return before > 0
        ? Optional.of(new TaskFault(pod, Kind.NEVER_RAN, before, false))
        : Optional.empty();
  }

  /**
   * A task that its node refused, evicted or ended as a whole. It stops once, however many of its
   * containers that took along, and whether or not they tell.
   */
  private TaskFault ended(Pod pod, List<ContainerStatus> statuses) {
    int before = before(pod).mapToInt(TaskFaults::failures).sum();
    if (statuses.stream().noneMatch(TaskFaults::ran)) {
      return new TaskFault(pod, Kind.NEVER_RAN, Math.max(1, before), false);
    }
    int restarts = statuses.stream().mapToInt(ContainerStatus::getRestartCount).sum();
    return new TaskFault(pod, Kind.EXITED, before + restarts + 1, wasHealthy(pod, statuses));
  }

  private static boolean ran(ContainerStatus status) {
    return Stream.of(status.getState(), status.getLastState())
        .filter(Objects::nonNull)
        .anyMatch(it -> it.getRunning() != null || it.getTerminated() != null);
  }

  /**
   * When a running task whose health check fails counts as unhealthy: at once if it was healthy in
   * this run, else after the check had its retries, and never within the grace period.
   */
  Optional<Instant> deadline(Pod pod) {
    if (PodPhase.ended(pod)) {
      return Optional.empty();
    }
    return statuses(pod).stream()
        .filter(status -> !Boolean.TRUE.equals(status.getReady()))
        .filter(status -> !Boolean.FALSE.equals(status.getStarted()))
        .flatMap(status -> running(status).flatMap(it -> deadline(pod, status, it)).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> deadline(Pod pod, ContainerStatus status, Instant started) {
    boolean lost = readyChanged(pod).filter(started::isBefore).isPresent();
    return pod.getSpec().getContainers().stream()
        .filter(it -> it.getName().equals(status.getName()))
        .map(Container::getReadinessProbe)
        .filter(Objects::nonNull)
        .findFirst()
        .map(probe -> lost ? Duration.ZERO : patience(probe))
        .map(it -> it.compareTo(look.grace()) > 0 ? it : look.grace())
        .map(started::plus);
  }

  /**
   * When the last retry has failed at the latest: as with ECS the first check is an interval after
   * the start, and each of them may take its timeout.
   */
  private static Duration patience(Probe probe) {
    int period = Objects.requireNonNullElse(probe.getPeriodSeconds(), PERIOD);
    int timeout = Objects.requireNonNullElse(probe.getTimeoutSeconds(), TIMEOUT);
    int retries = Objects.requireNonNullElse(probe.getFailureThreshold(), RETRIES);
    int delay = Objects.requireNonNullElse(probe.getInitialDelaySeconds(), 0);
    return Duration.ofSeconds(delay + (long) period * retries + timeout);
  }

  private List<ContainerStatus> statuses(Pod pod) {
    return beside(pod).filter(this::counts).toList();
  }

  private boolean counts(ContainerStatus status) {
    return essential.isEmpty() || essential.contains(status.getName());
  }

  /** Containers that run side by side: sidecars and ordinary ones. */
  private static Stream<ContainerStatus> beside(Pod pod) {
    return Stream.concat(
        pod.getStatus().getInitContainerStatuses().stream().filter(it -> sidecar(pod, it)),
        pod.getStatus().getContainerStatuses().stream());
  }

  /** Containers that have to end well before the others start, essential or not. */
  private static Stream<ContainerStatus> before(Pod pod) {
    return pod.getStatus().getInitContainerStatuses().stream().filter(it -> !sidecar(pod, it));
  }

  private static boolean sidecar(Pod pod, ContainerStatus status) {
    return pod.getSpec().getInitContainers().stream()
        .filter(it -> it.getName().equals(status.getName()))
        .anyMatch(it -> "Always".equals(it.getRestartPolicy()));
  }

  /** A container that is about to be restarted is not in its restart count yet. */
  private static int exits(ContainerStatus status) {
    boolean down = running(status).isEmpty() && last(status).isPresent();
    return status.getRestartCount() + (down ? 1 : 0);
  }

  /** How often one that has to end well did not; after a restart of its node it runs once more. */
  private static int failures(ContainerStatus status) {
    boolean again =
        Optional.ofNullable(status.getLastState())
            .map(ContainerState::getTerminated)
            .filter(it -> !failed(it))
            .isPresent();
    boolean down = running(status).isEmpty() && last(status).filter(TaskFaults::failed).isPresent();
    return (again ? 0 : status.getRestartCount()) + (down ? 1 : 0);
  }

  private static boolean failed(ContainerStateTerminated end) {
    return !Objects.equals(end.getExitCode(), 0);
  }

  /** As long as one container has not started the task is not RUNNING, essential or not. */
  private boolean cannotStart(Pod pod) {
    boolean pending = "Pending".equals(pod.getStatus().getPhase());
    return Stream.concat(before(pod), beside(pod).filter(it -> pending || counts(it)))
        .anyMatch(TaskFaults::cannotStart);
  }

  private static boolean cannotStart(ContainerStatus status) {
    ContainerState state = status.getState();
    return state != null
        && state.getWaiting() != null
        && CANNOT_START.contains(String.valueOf(state.getWaiting().getReason()));
  }

  private boolean wasHealthy(Pod pod, List<ContainerStatus> statuses) {
    Optional<ContainerStateTerminated> end =
        statuses.stream()
            .flatMap(status -> last(status).stream())
            .max(Comparator.comparing(ContainerStateTerminated::getFinishedAt));
    if (end.isEmpty() || end.get().getStartedAt() == null) {
      return PodPhase.ended(pod) && wasReady(pod);
    }
    Instant started = Instant.parse(end.get().getStartedAt());
    boolean checked =
        pod.getSpec().getContainers().stream().anyMatch(it -> it.getReadinessProbe() != null);
    return checked
        ? readyChanged(pod).filter(started::isBefore).isPresent()
        : !Instant.parse(end.get().getFinishedAt()).isBefore(started.plus(healthyAfter));
  }

  /**
   * Where its containers tell no times. A pod that was never ready says so since its start, and one
   * that was lost its readiness when it ended.
   */
  private boolean wasReady(Pod pod) {
    return Optional.ofNullable(pod.getStatus().getStartTime())
        .map(Instant::parse)
        .filter(start -> readyChanged(pod).filter(start::isBefore).isPresent())
        .map(start -> start.plus(healthyAfter))
        .filter(healthy -> readyChanged(pod).filter(it -> !it.isBefore(healthy)).isPresent())
        .isPresent();
  }

  /** When readiness last changed: after the start of a run only if it was ready in that run. */
  private static Optional<Instant> readyChanged(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(it -> "Ready".equals(it.getType()) && it.getLastTransitionTime() != null)
        .map(PodCondition::getLastTransitionTime)
        .map(Instant::parse)
        .findFirst();
  }

  private static Optional<Instant> running(ContainerStatus status) {
    return Optional.ofNullable(status.getState())
        .map(ContainerState::getRunning)
        .map(it -> it.getStartedAt() == null ? Instant.EPOCH : Instant.parse(it.getStartedAt()));
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
