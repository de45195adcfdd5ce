package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import dev.longshore.ecs.pods.Disruptions;
import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.pods.Shortage;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the caches say of a task's Job and pod.
 *
 * @param facts what was settled at the start; none before it
 * @param containers in the order of the definition; empty before the start
 * @param zone of its node; empty where nobody labels nodes
 */
record TaskObserved(
    Optional<Job> job,
    Optional<Pod> pod,
    Optional<TaskFacts> facts,
    List<TaskContainer> containers,
    String zone) {
  /** A kubelet that lives reports the end of a pod within this time after its grace period. */
  private static final Duration REPORT = Duration.ofSeconds(30);

  private static final Duration POD = Duration.ofSeconds(5);

  public TaskObserved {
    containers = List.copyOf(containers);
  }

  static TaskObserved of(Collection<Job> jobs, Collection<Pod> pods) {
    Optional<Job> job = jobs.stream().findFirst();
    // there is one, unless somebody made another by hand
    Optional<Pod> pod =
        pods.stream()
            .min(
                Comparator.comparing(
                    (Pod it) ->
                        Objects.requireNonNullElse(it.getMetadata().getCreationTimestamp(), "")));
    Optional<TaskFacts> facts =
        pod.flatMap(it -> TaskFacts.read(it.getMetadata()))
            .or(() -> job.flatMap(it -> TaskFacts.read(it.getSpec().getTemplate().getMetadata())));
    return new TaskObserved(job, pod, facts, containers(facts, pod), "");
  }

  /** A pod that does not carry its facts itself. */
  static TaskObserved of(TaskFacts facts, Pod pod) {
    Optional<Pod> seen = Optional.of(pod);
    return new TaskObserved(
        Optional.empty(), seen, Optional.of(facts), containers(Optional.of(facts), seen), "");
  }

  TaskObserved in(String zone) {
    return new TaskObserved(job, pod, facts, containers, zone);
  }

  /** Whether the task was started; from then on it is never started again. */
  boolean started() {
    return job.isPresent() || pod.isPresent();
  }

  boolean scheduled() {
    return pod.filter(it -> it.getSpec().getNodeName() != null).isPresent();
  }

  /** When a pod is overdue: the Job controller makes one at once, unless it may not. */
  Optional<Instant> podlessAfter() {
    return pod.isPresent() ? Optional.empty() : jobCreatedAt().map(it -> it.plus(POD));
  }

  /** Since when the task wants a place: its pod asks for one, or its Job for a pod. */
  Optional<Instant> wantsPlaceSince() {
    return pod.flatMap(it -> Times.parse(it.getMetadata().getCreationTimestamp()))
        .or(this::jobCreatedAt);
  }

  private Optional<Instant> jobCreatedAt() {
    return job.flatMap(it -> Times.parse(it.getMetadata().getCreationTimestamp()));
  }

  /** When somebody asked for the pod's deletion; its grace period runs from then. */
  Optional<Instant> deletionRequestedAt() {
    return pod.flatMap(
        it ->
            Times.parse(it.getMetadata().getDeletionTimestamp())
                .map(
                    end ->
                        end.minusSeconds(
                            Objects.requireNonNullElse(
                                it.getMetadata().getDeletionGracePeriodSeconds(), 0L))));
  }

  /** Whether the pod has ended for the API server. */
  boolean terminal() {
    return pod.filter(PodPhase::ended).isPresent();
  }

  /** Whether nothing of the task runs any more, as far as anybody can know. */
  boolean over(Instant now) {
    if (pod.isEmpty() || terminal()) {
      return true;
    }
    boolean alive = containers.stream().anyMatch(TaskContainer::running);
    return deletionRequestedAt().isPresent() && (!scheduled() || !alive && quiet() || lost(now));
  }

  /**
   * Whether its node does not report any more: the control plane then calls the pod not ready, and
   * leaves what the kubelet said of the containers.
   */
  boolean silent() {
    return podReason().equals("NodeLost")
        || is("Ready", "Unknown")
        || is("Ready", "False") && is("ContainersReady", "True");
  }

  private boolean is(String condition, String status) {
    return condition(condition).filter(it -> status.equals(it.getStatus())).isPresent();
  }

  /** Its node did not report the end in time. */
  boolean lost(Instant now) {
    return lostAt().filter(it -> !it.isAfter(now)).isPresent();
  }

  Optional<Instant> lostAt() {
    return pod.flatMap(it -> Times.parse(it.getMetadata().getDeletionTimestamp()))
        .map(it -> it.plus(REPORT));
  }

  Optional<PodCondition> condition(String type) {
    return pod.filter(it -> it.getStatus() != null).stream()
        .flatMap(it -> it.getStatus().getConditions().stream())
        .filter(it -> type.equals(it.getType()))
        .findFirst();
  }

  /** Reason of the pod's own status, such as {@code Evicted}. */
  String podReason() {
    return pod.filter(it -> it.getStatus() != null)
        .map(it -> Objects.requireNonNullElse(it.getStatus().getReason(), ""))
        .orElse("");
  }

  String podMessage() {
    return pod.filter(it -> it.getStatus() != null)
        .map(it -> Objects.requireNonNullElse(it.getStatus().getMessage(), ""))
        .orElse("");
  }

  /** What ended it from outside, if anything did. */
  Optional<Stop> disruption() {
    return pod.flatMap(it -> Disruptions.of(it, facts().map(TaskFacts::provider).orElse("")));
  }

  /** When that began, where the pod tells. */
  Optional<Instant> disruptedAt() {
    return became("DisruptionTarget");
  }

  /** When a condition that is True became so. */
  Optional<Instant> became(String condition) {
    return condition(condition)
        .filter(it -> "True".equals(it.getStatus()))
        .flatMap(it -> Times.parse(it.getLastTransitionTime()));
  }

  /** Why its pod has no place. */
  Shortage shortage() {
    return Shortage.of(condition("PodScheduled"));
  }

  String node() {
    return pod.map(it -> Objects.requireNonNullElse(it.getSpec().getNodeName(), "")).orElse("");
  }

  /** Whether every essential container ran at some time. */
  boolean ran() {
    List<TaskContainer> essential = containers.stream().filter(TaskContainer::essential).toList();
    return !essential.isEmpty() && essential.stream().allMatch(TaskContainer::started);
  }

  /** Whether the pod still waits for Longshore to record its end. */
  boolean held() {
    return pod.filter(it -> it.getMetadata().getFinalizers().contains(Labels.RECORD)).isPresent();
  }

  private boolean quiet() {
    return containers.stream().allMatch(it -> it.terminated().isPresent());
  }

  private static List<TaskContainer> containers(Optional<TaskFacts> facts, Optional<Pod> pod) {
    return facts.stream()
        .flatMap(it -> it.containers().stream())
        .map(definition -> container(definition, pod))
        .toList();
  }

  private static TaskContainer container(ContainerDefinition definition, Optional<Pod> pod) {
    String name = Names.dnsLabel(String.valueOf(definition.name()));
    InPod inPod = InPod.of(name, pod);
    ContainerStatus status =
        pod.filter(it -> it.getStatus() != null).stream()
            .flatMap(
                it ->
                    inPod.place() == InPod.Place.MAIN
                        ? it.getStatus().getContainerStatuses().stream()
                        : it.getStatus().getInitContainerStatuses().stream())
            .filter(it -> name.equals(it.getName()))
            .findFirst()
            .orElse(null);
    return new TaskContainer(definition, status, inPod);
  }
}
