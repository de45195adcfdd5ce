package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.ContainerReasons;
import dev.longshore.ecs.pods.Disruptions;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps of a service's newest stopped tasks what DescribeTasks would show of them: the pod is gone
 * by the time somebody asks why. Each is told once, as it was first seen.
 *
 * @param cluster ECS name of the cluster
 * @param primary id of the deployment that has or gets the tasks
 */
record StoppedTasks(String cluster, String primary, ServiceObserved observed) {
  /** Enough to see what goes wrong, few enough for a status. */
  static final int KEPT = 10;

  private static final Comparator<StoppedTask> NEWEST_FIRST =
      Comparator.comparing((StoppedTask it) -> String.valueOf(it.stoppedAt()))
          .reversed()
          .thenComparing(it -> String.valueOf(it.taskArn()));

  private static final String UNHEALTHY = "Task failed container health checks";

  /**
   * The old list with the newly stopped among it, newest first. Times come from the pods, so what
   * fell out of the list is older than all that is in it and does not come back.
   */
  List<StoppedTask> added(List<StoppedTask> old) {
    List<StoppedTask> fresh =
        Stream.concat(faults(), endings())
            .filter(it -> old.stream().noneMatch(known -> same(known, it)))
            .toList();
    return Stream.concat(fresh.stream(), old.stream()).sorted(NEWEST_FIRST).limit(KEPT).toList();
  }

  private static boolean same(StoppedTask one, StoppedTask two) {
    return Objects.equals(one.taskArn(), two.taskArn());
  }

  /** Tasks that stopped, though the kubelet may try them again in the same pod. */
  private Stream<StoppedTask> faults() {
    return observed.children().stream()
        .flatMap(
            child ->
                child.faults().stream()
                    .filter(it -> !it.is(TaskFault.Kind.UNHEALTHY))
                    .filter(it -> Disruptions.of(it.pod(), child.provider()).isEmpty())
                    .map(it -> told(it.pod(), child, stop(it))));
  }

  private static Stop stop(TaskFault fault) {
    return fault.is(TaskFault.Kind.NEVER_RAN)
        ? new Stop(
            Stop.FAILED_TO_START,
            statuses(fault.pod())
                .flatMap(it -> ContainerReasons.of(it.getState()).stream())
                .findFirst()
                .or(() -> refusal(fault.pod()))
                .orElse("Task failed to start"))
        : new Stop(Stop.ESSENTIAL_EXITED, "Essential container in task exited");
  }

  /** What the kubelet says of a pod that it did not take. */
  private static Optional<String> refusal(Pod pod) {
    return Optional.ofNullable(pod.getStatus().getReason())
        .map(it -> ContainerReasons.text(it, pod.getStatus().getMessage()));
  }

  /** Tasks that somebody ends: Longshore, a node, or who deletes a pod. */
  private Stream<StoppedTask> endings() {
    return observed.pods().stream()
        .flatMap(
            pod ->
                childOf(pod).stream()
                    .flatMap(child -> ending(pod, child).map(it -> told(pod, child, it)).stream()));
  }

  private Optional<Stop> ending(Pod pod, Running child) {
    return Disruptions.of(pod, child.provider())
        .or(
            () ->
                ServiceObserved.stopping(pod)
                    ? Optional.of(new Stop(Stop.SCHEDULER, initiated(pod)))
                    : Optional.empty());
  }

  private String initiated(Pod pod) {
    boolean unhealthy =
        pod.getSpec().getContainers().stream()
            .filter(it -> it.getReadinessProbe() != null)
            .anyMatch(it -> statuses(pod).anyMatch(status -> failing(status, it.getName())));
    return unhealthy ? UNHEALTHY : "Scaling activity initiated by (deployment " + primary + ")";
  }

  private static boolean failing(ContainerStatus status, String container) {
    return status.getName().equals(container)
        && !Boolean.TRUE.equals(status.getReady())
        && Boolean.TRUE.equals(status.getStarted());
  }

  private Optional<Running> childOf(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    String deployment = labels.getOrDefault(Labels.DEPLOYMENT, "");
    return observed.children().stream()
        .filter(it -> it.deployment().digits().equals(deployment))
        .filter(it -> it.provider().equals(it.deployment().provider(pod.getMetadata())))
        .findFirst();
  }

  private StoppedTask told(Pod pod, Running child, Stop stop) {
    return new StoppedTask(
        Arns.task(cluster, ServiceEvents.taskId(pod)),
        child.deployment().taskDefinition(),
        child.deployment().id(),
        child.provider().isEmpty() ? null : child.provider(),
        stop.code(),
        stop.reason(),
        stoppedAt(pod),
        statuses(pod).flatMap(it -> container(it).stream()).toList());
  }

  /** When it was told to stop, else when a container ended, else when it was made. */
  private static String stoppedAt(Pod pod) {
    ObjectMeta metadata = pod.getMetadata();
    if (metadata.getDeletionTimestamp() != null) {
      Long grace = metadata.getDeletionGracePeriodSeconds();
      return Instant.parse(metadata.getDeletionTimestamp())
          .minusSeconds(grace == null ? 0 : grace)
          .toString();
    }
    return statuses(pod)
        .flatMap(it -> terminated(it).stream())
        .flatMap(it -> Stream.ofNullable(it.getFinishedAt()))
        .max(Comparator.naturalOrder())
        .orElse(metadata.getCreationTimestamp());
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream());
  }

  private static Optional<Container> container(ContainerStatus status) {
    Optional<Integer> code = terminated(status).map(ContainerStateTerminated::getExitCode);
    Optional<String> reason =
        ContainerReasons.of(status.getState()).or(() -> ContainerReasons.of(status.getLastState()));
    return code.isEmpty() && reason.isEmpty()
        ? Optional.empty()
        : Optional.of(Container.ended(status.getName(), code.orElse(null), reason.orElse(null)));
  }

  private static Optional<ContainerStateTerminated> terminated(ContainerStatus status) {
    return Stream.of(status.getState(), status.getLastState())
        .flatMap(Stream::ofNullable)
        .flatMap(it -> Stream.ofNullable(it.getTerminated()))
        .findFirst();
  }
}
