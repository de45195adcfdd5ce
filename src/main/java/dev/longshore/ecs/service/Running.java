package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One child Deployment with its tasks.
 *
 * @param provider its capacity provider by ECS's name, which is not always a legal label
 * @param ready tasks whose health check passes, or that have none
 * @param healthy those of them that count as healthy
 * @param faults tasks that ECS would have stopped and nobody stops yet
 * @param verdict when the next of its tasks may count as unhealthy
 * @param held tasks that cannot be stopped: those under scale-in protection unless they failed, and
 *     all while some are still to be created, for a ReplicaSet may create them before it hears of
 *     the change
 * @param draining ready tasks that are to be elsewhere
 * @param readiness of its tasks, by their uids
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
    Map<String, Boolean> readiness) {
  public Running {
    faults = List.copyOf(faults);
    readiness = Map.copyOf(readiness);
  }

  int unhealthy() {
    return (int) faults.stream().filter(it -> it.is(TaskFault.Kind.UNHEALTHY)).count();
  }

  ChildMarks marks() {
    return ChildMarks.of(object.getMetadata());
  }

  /**
   * Its failures with those that are seen now and not written down yet.
   *
   * @param healthyNow tasks of its ECS deployment that are healthy, on whatever capacity provider
   */
  Failures counted(boolean reset, int healthyNow, Instant now) {
    return marks().failures().observe(faults, healthyNow, reset, now).keeping(remembered(reset));
  }

  /**
   * Tasks that may have been counted: each counts once, but where a healthy task forgives what was
   * before, one that got well may fail again.
   */
  private Set<String> remembered(boolean reset) {
    Set<String> uids = new HashSet<>(readiness.keySet());
    uids.removeIf(uid -> reset && Boolean.TRUE.equals(readiness.get(uid)));
    faults.forEach(fault -> uids.add(fault.uid()));
    return uids;
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
    return refusal(object);
  }

  /**
   * Tasks of one child.
   *
   * @param running every essential container runs
   * @param pending created, not running yet
   * @param stopping being deleted; no longer counted by ECS
   */
  record Tasks(int running, int pending, int stopping) {
    int live() {
      return running + pending;
    }
  }

  /** The pods of each child, for {@link #of}. */
  static Map<String, List<Pod>> byChild(Collection<Pod> pods) {
    return pods.stream().collect(Collectors.groupingBy(pod -> key(pod.getMetadata())));
  }

  static Running of(Deployment child, Map<String, List<Pod>> byChild, Look look) {
    ObjectMeta made = Blueprint.metadata(child);
    EcsDeployment deployment = EcsDeployment.of(made);
    List<Pod> pods = byChild.getOrDefault(key(made), List.of());
    TaskFaults reader = reader(made, child.getSpec().getMinReadySeconds(), look);
    Tasks tasks = tasks(pods, reader.essential());
    List<Pod> kept = pods.stream().filter(pod -> !ServiceObserved.stopping(pod)).toList();
    List<TaskFault> faults =
        kept.stream()
            .flatMap(pod -> reader.of(pod).stream())
            .sorted(Comparator.comparing(TaskFault::uid))
            .toList();
    return new Running(
        child,
        deployment,
        deployment.provider(made),
        tasks,
        count(child, DeploymentStatus::getReadyReplicas),
        count(child, DeploymentStatus::getAvailableReplicas),
        faults,
        verdict(kept, reader, look.now()),
        unborn(child, tasks)
            ? child.getSpec().getReplicas()
            : Protection.held(staying(kept, faults), child.getSpec().getReplicas(), look.now()),
        Draining.count(kept, look.now()),
        TaskHealth.readiness(kept));
  }

  /**
   * Without those that failed and are not well again, ended ones among them. No protection keeps
   * them, and a ReplicaSet that shrinks drops them first; where they counted it would make another
   * instead.
   */
  private static List<Pod> staying(List<Pod> kept, List<TaskFault> faults) {
    Set<Pod> failed =
        faults.stream()
            .map(TaskFault::pod)
            .filter(pod -> !TaskHealth.isReady(pod))
            .collect(Collectors.toSet());
    return kept.stream().filter(pod -> !failed.contains(pod)).toList();
  }

  private static Optional<Instant> verdict(List<Pod> kept, TaskFaults reader, Instant now) {
    return kept.stream()
        .flatMap(pod -> reader.deadline(pod).stream())
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  private static boolean unborn(Deployment child, Tasks tasks) {
    return tasks.live() < child.getSpec().getReplicas() && refusal(child).isEmpty();
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

  private static Tasks tasks(List<Pod> pods, Set<String> essential) {
    int stopping = (int) pods.stream().filter(ServiceObserved::stopping).count();
    int running =
        (int)
            pods.stream()
                .filter(pod -> !ServiceObserved.stopping(pod))
                .filter(pod -> ServiceObserved.isRunning(pod, essential))
                .count();
    int ended =
        (int)
            pods.stream()
                .filter(pod -> !ServiceObserved.stopping(pod) && PodPhase.ended(pod))
                .count();
    return new Tasks(running, pods.size() - stopping - running - ended, stopping);
  }

  /** The same of a child and of its tasks. */
  private static String key(ObjectMeta labelled) {
    Map<String, String> labels = labelled.getLabels();
    return labels.getOrDefault(Labels.DEPLOYMENT, "")
        + "/"
        + labels.getOrDefault(Labels.CAPACITY_PROVIDER, "");
  }
}
