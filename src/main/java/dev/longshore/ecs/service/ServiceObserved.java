package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.alarm.AlarmState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the caches say of a service's children and tasks, in the engine's terms.
 *
 * @param now when they were looked at
 * @param asked how many tasks the nodes ask for; none where the spec says so
 * @param alarms states of the deployment alarms by their names; none while none counts
 * @param nodes where tasks may start; none for a service that is not balanced over zones
 */
record ServiceObserved(
    List<Running> children,
    List<Pod> pods,
    Instant now,
    Optional<Demand> asked,
    Map<String, AlarmState> alarms,
    Supplier<List<Node>> nodes) {
  private static final Comparator<Running> NEWEST_FIRST =
      Comparator.<Running>comparingInt(child -> -child.deployment().ordinal())
          .thenComparing(Comparator.comparing(Running::created).reversed())
          .thenComparing(Running::name);

  public ServiceObserved {
    children = children.stream().sorted(NEWEST_FIRST).toList();
    pods = List.copyOf(pods);
    alarms = Map.copyOf(alarms);
  }

  ServiceObserved(List<Running> children, List<Pod> pods, Instant now) {
    this(children, pods, now, Optional.empty(), Map.of(), List::of);
  }

  ServiceObserved with(Map<String, AlarmState> states) {
    return new ServiceObserved(children, pods, now, asked, states, nodes);
  }

  /** Whether any of these alarms is in ALARM. */
  boolean alarming(List<String> names) {
    return names.stream().map(alarms::get).filter(Objects::nonNull).anyMatch(AlarmState::alarming);
  }

  /** The same of a service whose tasks are balanced over the zones of these nodes. */
  ServiceObserved among(Supplier<List<Node>> open) {
    return new ServiceObserved(children, pods, now, asked, alarms, open);
  }

  /** What a deployment waited for so far, as its children tell. */
  Gates gates(EcsDeployment deployment) {
    return Gates.of(of(deployment).map(it -> it.marks().gates()).toList());
  }

  /**
   * Tasks of a service whose strategy is DAEMON.
   *
   * @param tasks one for each node that may have one
   * @param known whether that was counted for what is wanted now, not for what was before
   */
  record Demand(int tasks, boolean known) {}

  /** The same, seen where the nodes say how many tasks there should be. */
  ServiceObserved asking(Demand demand) {
    return new ServiceObserved(children, pods, now, Optional.of(demand), alarms, nodes);
  }

  /** Member {@code desiredCount} as it counts now. */
  int desired(Service service) {
    return asked.map(Demand::tasks).orElseGet(() -> ServicePlan.desired(service));
  }

  /** Whether the desired count is that of what is wanted now. */
  boolean counted() {
    return asked.map(Demand::known).orElse(true);
  }

  /**
   * When the caches were looked at.
   *
   * @param grace how long after its start a task's health does not count ({@code
   *     healthCheckGracePeriodSeconds})
   */
  record Look(Instant now, Duration grace) {}

  static ServiceObserved of(Collection<Deployment> children, Collection<Pod> pods, Look look) {
    Map<String, List<Pod>> byChild = Running.byChild(pods);
    return new ServiceObserved(
        children.stream()
            .filter(child -> child.getMetadata().getDeletionTimestamp() == null)
            .map(child -> Running.of(child, byChild, look))
            .toList(),
        pods.stream().sorted(Comparator.comparing(pod -> pod.getMetadata().getName())).toList(),
        look.now());
  }

  /** Distinct ECS deployments, the newest first. */
  List<EcsDeployment> deployments() {
    return children.stream().map(Running::deployment).distinct().toList();
  }

  /** Order of the newest deployment; 0 while there is none. */
  int newest() {
    return deployments().stream().mapToInt(EcsDeployment::ordinal).max().orElse(0);
  }

  Stream<Running> of(EcsDeployment deployment) {
    return children.stream().filter(it -> it.deployment().equals(deployment));
  }

  /** Whether a deployment has or gets tasks. */
  boolean alive(EcsDeployment deployment) {
    return of(deployment).anyMatch(it -> it.occupied() > 0);
  }

  /** How a deployment ended, if its children say so. */
  Optional<DeploymentEnd> end(EcsDeployment deployment) {
    return of(deployment).flatMap(it -> it.marks().end().stream()).findFirst();
  }

  /** Whether the children tell that a deployment was steady once; not all of them are told. */
  boolean completed(EcsDeployment deployment) {
    return end(deployment).filter(DeploymentEnd.COMPLETED::equals).isPresent();
  }

  /** What went wrong in a deployment, as its children have it written down. */
  Failures failures(EcsDeployment deployment) {
    return Failures.of(of(deployment).map(it -> it.marks().failures()).toList());
  }

  /** What went wrong with a child's tasks, with what is not written down yet. */
  Failures failures(Running child, boolean reset) {
    int healthy = of(child.deployment()).mapToInt(Running::healthy).sum();
    return child.counted(reset, healthy, now);
  }

  /** Tasks of a deployment that are healthy and stay. */
  int healthy(EcsDeployment deployment) {
    return of(deployment).mapToInt(it -> Math.min(it.replicas(), it.healthy())).sum();
  }

  /** Whether no other deployment has or gets a task. */
  boolean aloneAlive(EcsDeployment deployment) {
    return children.stream()
        .filter(it -> !it.deployment().equals(deployment))
        .allMatch(it -> it.occupied() == 0);
  }

  /** Whether all that is wanted runs and is healthy in this deployment, and nothing in another. */
  boolean steady(EcsDeployment deployment, int desired) {
    List<Running> mine = of(deployment).toList();
    return !mine.isEmpty()
        && counted()
        && mine.stream().mapToInt(Running::replicas).sum() == desired
        && mine.stream().mapToInt(it -> it.tasks().running()).sum() == desired
        && healthy(deployment) == desired
        && children.stream().mapToInt(Running::occupied).sum() == desired;
  }

  /** The newest deployment's refusal, if there is one. */
  Optional<String> refusal() {
    return children.stream().flatMap(child -> child.refusal().stream()).findFirst();
  }

  static boolean stopping(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null;
  }

  /** Whether all of its containers run. */
  static boolean isRunning(Pod pod) {
    return isRunning(pod, Set.of());
  }

  /**
   * Whether a task is RUNNING.
   *
   * @param essential names of its essential containers; none means all
   */
  static boolean isRunning(Pod pod, Set<String> essential) {
    return "Running".equals(pod.getStatus().getPhase())
        && pod.getStatus().getContainerStatuses().stream()
            .filter(it -> essential.isEmpty() || essential.contains(it.getName()))
            .noneMatch(ServiceObserved::waits);
  }

  private static boolean waits(ContainerStatus container) {
    return container.getState() != null && container.getState().getWaiting() != null;
  }
}
