package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.ecs.alarm.AlarmState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the caches say of a service's children and tasks, in the engine's terms.
 *
 * @param now when they were looked at
 * @param asked how many tasks the nodes ask for; none where the spec says so
 * @param alarms states of the deployment alarms by their names; none while none counts
 */
record ServiceObserved(
    List<Running> children,
    List<Pod> pods,
    Instant now,
    Optional<Demand> asked,
    Map<String, AlarmState> alarms) {
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
    this(children, pods, now, Optional.empty(), Map.of());
  }

  ServiceObserved with(Map<String, AlarmState> states) {
    return new ServiceObserved(children, pods, now, asked, states);
  }

  /** Whether any of these alarms is in ALARM. */
  boolean alarming(List<String> names) {
    return names.stream().map(alarms::get).filter(Objects::nonNull).anyMatch(AlarmState::alarming);
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
    return new ServiceObserved(children, pods, now, Optional.of(demand), alarms);
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
   * One child Deployment with its tasks.
   *
   * @param ready tasks whose health check passes, or that have none
   * @param healthy those of them that count as healthy
   * @param faults tasks that ECS would have stopped and nobody stops yet
   * @param verdict when the next of its tasks may count as unhealthy
   * @param held tasks that cannot be stopped: those under scale-in protection, and all while some
   *     are still to be created, for a ReplicaSet may create them before it hears of the change
   * @param draining ready tasks that are to be elsewhere
   * @param unready uids of its tasks that are not ready
   */
  record Running(
      Deployment object,
      EcsDeployment deployment,
      String provider,
      Tasks tasks,
      int ready,
      int healthy,
      List<TaskFault> faults,
      Optional<Instant> verdict,
      int held,
      int draining,
      Set<String> unready) {
    public Running {
      faults = List.copyOf(faults);
      unready = Set.copyOf(unready);
    }

    int unhealthy() {
      return (int) faults.stream().filter(it -> it.is(TaskFault.Kind.UNHEALTHY)).count();
    }

    ChildMarks marks() {
      return ChildMarks.of(object.getMetadata());
    }

    /** Its failures with those that are seen now and not written down yet. */
    Failures counted(boolean reset, Instant now) {
      return marks().failures().observe(faults, healthy, reset, now).keeping(faults, unready);
    }

    String name() {
      return object.getMetadata().getName();
    }

    String created() {
      return object.getMetadata().getCreationTimestamp();
    }

    int replicas() {
      return object.getSpec().getReplicas();
    }

    /** Tasks it has or will have. */
    int occupied() {
      return Math.max(replicas(), tasks.live());
    }

    /** Why the API server takes no pods of this child: a quota, Pod Security, a webhook. */
    Optional<String> refusal() {
      return ServiceObserved.refusal(object);
    }
  }

  /**
   * Tasks of one child.
   *
   * @param running every container runs
   * @param pending created, not running yet
   * @param stopping being deleted; no longer counted by ECS
   */
  record Tasks(int running, int pending, int stopping) {
    int live() {
      return running + pending;
    }
  }

  /**
   * When the caches were looked at.
   *
   * @param grace how long after its start a task's health does not count ({@code
   *     healthCheckGracePeriodSeconds})
   */
  record Look(Instant now, Duration grace) {}

  static ServiceObserved of(Collection<Deployment> children, Collection<Pod> pods, Look look) {
    Map<String, List<Pod>> byChild =
        pods.stream().collect(Collectors.groupingBy(ServiceObserved::childOf));
    return new ServiceObserved(
        children.stream()
            .filter(child -> child.getMetadata().getDeletionTimestamp() == null)
            .map(child -> running(child, byChild, look))
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

  private static Running running(Deployment child, Map<String, List<Pod>> byChild, Look look) {
    ObjectMeta made = Blueprint.metadata(child);
    String provider = made.getLabels().getOrDefault(Labels.CAPACITY_PROVIDER, "");
    EcsDeployment deployment = EcsDeployment.of(made);
    String key = key(deployment.digits(), provider);
    List<Pod> pods = byChild.getOrDefault(key, List.of());
    TaskFaults reader = reader(made, child.getSpec().getMinReadySeconds(), look);
    List<Pod> kept = pods.stream().filter(pod -> !stopping(pod)).toList();
    return new Running(
        child,
        deployment,
        provider,
        tasks(pods),
        count(child, DeploymentStatus::getReadyReplicas),
        count(child, DeploymentStatus::getAvailableReplicas),
        kept.stream()
            .flatMap(pod -> reader.of(pod).stream())
            .sorted(Comparator.comparing(TaskFault::uid))
            .toList(),
        verdict(kept, reader, look.now()),
        unborn(child, pods)
            ? child.getSpec().getReplicas()
            : Protection.held(kept, child.getSpec().getReplicas(), look.now()),
        Draining.count(kept, look.now()),
        TaskHealth.unready(kept));
  }

  private static Optional<Instant> verdict(List<Pod> kept, TaskFaults reader, Instant now) {
    return kept.stream()
        .flatMap(pod -> reader.deadline(pod).stream())
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  private static boolean unborn(Deployment child, List<Pod> pods) {
    return tasks(pods).live() < child.getSpec().getReplicas() && refusal(child).isEmpty();
  }

  private static Optional<String> refusal(Deployment child) {
    return Optional.ofNullable(child.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(it -> "ReplicaFailure".equals(it.getType()) && "True".equals(it.getStatus()))
        .map(DeploymentCondition::getMessage)
        .findFirst();
  }

  private static int count(
      Deployment child, Function<DeploymentStatus, @Nullable Integer> replicas) {
    return Optional.ofNullable(child.getStatus()).map(replicas).orElse(0);
  }

  private static TaskFaults reader(ObjectMeta made, @Nullable Integer minReadySeconds, Look look) {
    String names =
        Objects.requireNonNullElse(made.getAnnotations(), Map.<String, String>of())
            .getOrDefault(Labels.ESSENTIAL, "");
    return new TaskFaults(
        names.isEmpty() ? Set.of() : Set.of(names.split(",")),
        Duration.ofSeconds(minReadySeconds == null ? 0 : minReadySeconds),
        look);
  }

  private static Tasks tasks(List<Pod> pods) {
    int stopping = (int) pods.stream().filter(ServiceObserved::stopping).count();
    int running = (int) pods.stream().filter(pod -> !stopping(pod) && isRunning(pod)).count();
    int ended = (int) pods.stream().filter(pod -> !stopping(pod) && ended(pod)).count();
    return new Tasks(running, pods.size() - stopping - running - ended, stopping);
  }

  static boolean stopping(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null;
  }

  static boolean isRunning(Pod pod) {
    return "Running".equals(pod.getStatus().getPhase())
        && pod.getStatus().getContainerStatuses().stream().noneMatch(ServiceObserved::waits);
  }

  private static boolean waits(ContainerStatus container) {
    return container.getState() != null && container.getState().getWaiting() != null;
  }

  private static boolean ended(Pod pod) {
    String phase = pod.getStatus().getPhase();
    return "Failed".equals(phase) || "Succeeded".equals(phase);
  }

  private static String childOf(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return key(
        labels.getOrDefault(Labels.DEPLOYMENT, ""),
        labels.getOrDefault(Labels.CAPACITY_PROVIDER, ""));
  }

  private static String key(String deployment, String provider) {
    return deployment + "/" + provider;
  }
}
