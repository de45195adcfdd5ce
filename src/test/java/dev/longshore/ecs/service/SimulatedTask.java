package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pod with one container, and what its kubelet says of it. */
final class SimulatedTask {
  private enum Phase {
    CREATED,
    CANNOT_START,
    RUNNING,
    DOWN
  }

  private final String uid;
  private final int deployment;
  private final String child;
  private final PodTemplateSpec template;
  private Instant created;
  private final Optional<Duration> patience;
  private final int minReadySeconds;
  private Phase phase = Phase.CREATED;
  private boolean ready;
  private Instant readyChanged;
  private Instant started;
  private Optional<Instant> finished = Optional.empty();
  private Instant finishedStart;
  private int restarts;
  private @Nullable String deleted;
  private boolean toldHealthy;
  private boolean toldUnhealthy;
  private Optional<Pod> pod = Optional.empty();

  SimulatedTask(
      String uid,
      int deployment,
      io.fabric8.kubernetes.api.model.apps.Deployment child,
      Instant now) {
    this.uid = uid;
    this.deployment = deployment;
    this.child = child.getMetadata().getName();
    this.template = child.getSpec().getTemplate();
    this.created = now;
    this.readyChanged = now;
    this.started = now;
    this.finishedStart = now;
    Integer seconds = child.getSpec().getMinReadySeconds();
    this.minReadySeconds = seconds == null ? 0 : seconds;
    this.patience =
        Optional.ofNullable(template.getSpec().getContainers().getFirst().getReadinessProbe())
            .map(
                it ->
                    Duration.ofSeconds(
                        (long) it.getPeriodSeconds() * it.getFailureThreshold()
                            + it.getTimeoutSeconds()));
  }

  String uid() {
    return uid;
  }

  int deployment() {
    return deployment;
  }

  /** Name of the Deployment that it is of. */
  String child() {
    return child;
  }

  boolean checked() {
    return patience.isPresent();
  }

  boolean stopping() {
    return deleted != null;
  }

  boolean running() {
    return phase == Phase.RUNNING;
  }

  boolean waits() {
    return phase == Phase.CREATED;
  }

  boolean cannotStart() {
    return phase == Phase.CANNOT_START;
  }

  boolean down() {
    return phase == Phase.DOWN;
  }

  boolean ready() {
    return ready && !stopping();
  }

  /** As the ReplicaSet controller counts it among the available ones. */
  boolean available(Instant now) {
    return ready() && !readyChanged.plusSeconds(minReadySeconds).isAfter(now);
  }

  /** Its pod is there now. */
  void create(Instant now) {
    change();
    created = now;
    readyChanged = now;
  }

  void cannot() {
    change();
    phase = Phase.CANNOT_START;
  }

  /** Runs for the first time, or again in place. */
  void run(Instant now) {
    change();
    restarts += phase == Phase.DOWN ? 1 : 0;
    phase = Phase.RUNNING;
    started = now;
    toldHealthy = false;
    toldUnhealthy = false;
    if (!checked()) {
      turn(now, true);
    }
  }

  void turn(Instant now, boolean value) {
    change();
    readyChanged = ready == value ? readyChanged : now;
    ready = value;
    toldUnhealthy = !value && running();
    toldHealthy = false;
  }

  void exit(Instant now) {
    finished = Optional.of(now);
    finishedStart = started;
    phase = Phase.DOWN;
    turn(now, false);
  }

  void delete(Instant now) {
    change();
    deleted = now.toString();
  }

  /** Whether it is healthy and nobody was told so yet. */
  boolean turnsHealthy(Instant now) {
    boolean turns = !toldHealthy && available(now);
    toldHealthy |= turns;
    return turns;
  }

  /** Whether its health check has failed often enough and nobody was told so yet. */
  boolean turnsUnhealthy(Instant now) {
    boolean turns =
        checked()
            && running()
            && !stopping()
            && !ready
            && !toldUnhealthy
            && !givenUp().isAfter(now);
    toldUnhealthy |= turns;
    return turns;
  }

  /** When time alone changes what it is. */
  Optional<Instant> due(Instant now) {
    if (stopping() || !running()) {
      return Optional.empty();
    }
    return Optional.of(ready ? readyChanged.plusSeconds(minReadySeconds) : givenUp())
        .filter(now::isBefore);
  }

  /** When a readiness probe that never succeeded has failed for good. */
  private Instant givenUp() {
    return started.plus(patience.orElse(Duration.ZERO));
  }

  Pod pod() {
    if (pod.isEmpty()) {
      pod = Optional.of(render());
    }
    return pod.get();
  }

  private void change() {
    pod = Optional.empty();
  }

  private Pod render() {
    return new PodBuilder()
        .withNewMetadataLike(template.getMetadata())
        .withName("task-" + uid)
        .withUid(uid)
        .withCreationTimestamp(created.toString())
        .withDeletionTimestamp(deleted)
        .endMetadata()
        .withSpec(template.getSpec())
        .withNewStatus()
        .withPhase(phase == Phase.RUNNING || phase == Phase.DOWN ? "Running" : "Pending")
        .withContainerStatuses(container().build())
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready ? "True" : "False")
        .withLastTransitionTime(readyChanged.toString())
        .endCondition()
        .endStatus()
        .build();
  }

  private ContainerStatusBuilder container() {
    ContainerStatusBuilder status =
        new ContainerStatusBuilder()
            .withName("app")
            .withReady(ready)
            .withStarted(running())
            .withRestartCount(restarts);
    finished.ifPresent(it -> status.withLastState(ended(it).build()));
    return switch (phase) {
      case CREATED -> status.withState(waiting("ContainerCreating").build());
      case CANNOT_START -> status.withState(waiting("ImagePullBackOff").build());
      case RUNNING -> status.withNewState().withNewRunning(started.toString()).endState();
      case DOWN ->
          restarts > 0
              ? status.withState(waiting("CrashLoopBackOff").build())
              : status.withState(ended(finished.orElseThrow()).build());
    };
  }

  private static ContainerStateBuilder waiting(String reason) {
    return new ContainerStateBuilder().withNewWaiting().withReason(reason).endWaiting();
  }

  private ContainerStateBuilder ended(Instant at) {
    return new ContainerStateBuilder()
        .withNewTerminated()
        .withExitCode(1)
        .withStartedAt(finishedStart.toString())
        .withFinishedAt(at.toString())
        .endTerminated();
  }
}
