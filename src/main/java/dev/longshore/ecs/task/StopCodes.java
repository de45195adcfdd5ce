package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDesiredStatus;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.ecs.pods.ContainerReasons;
import dev.longshore.ecs.pods.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides whether and why a task stops, from what is seen of its pod. The earlier cause wins: what
 * ended by itself before anybody stopped it exited, whatever happened to the pod afterwards.
 */
final class StopCodes {
  /**
   * How long a container may fail to start, from its turn: one more attempt of the kubelet fits in.
   */
  static final Duration START = Duration.ofSeconds(15);

  private static final String EXITED = "Essential container in task exited";

  private final Task task;
  private final TaskObserved seen;
  private final Instant now;

  StopCodes(Task task, TaskObserved seen, Instant now) {
    this.task = task;
    this.seen = seen;
    this.now = now;
  }

  /** Why the task stops; nothing while it may go on. */
  Optional<Stop> stop() {
    List<Supplier<Optional<Stop>>> causes =
        List.of(
            () -> JobStop.decided(seen.job()),
            this::overdue,
            this::essentialEnded,
            this::asked,
            () -> seen.disruption(),
            this::removed,
            this::failedToStart,
            () -> new StartTimeouts(seen).stop(now),
            this::unplaced,
            this::ended);
    return causes.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  /** When to look again because only time decides; nothing when an event will tell. */
  Optional<Instant> deadline() {
    return Stream.of(
            seen.lostAt(),
            new StartTimeouts(seen).deadline(),
            seen.podlessAfter(),
            TaskHealth.deadline(seen.containers(), now),
            anyFailing() ? startDeadline() : Optional.<Instant>empty(),
            seen.scheduled() ? Optional.<Instant>empty() : placementDeadline())
        .flatMap(Optional::stream)
        .filter(it -> it.isAfter(now))
        .min(Instant::compareTo);
  }

  private Optional<Stop> essentialEnded() {
    return new Endings(seen).own().stream().findFirst().map(this::exited);
  }

  private Stop exited(TaskContainer container) {
    boolean ran = container.started();
    return ran
        ? new Stop(Stop.ESSENTIAL_EXITED, EXITED)
        : new Stop(Stop.FAILED_TO_START, container.reason().orElse("Task failed to start"));
  }

  private Optional<Stop> overdue() {
    return seen.podReason().equals("DeadlineExceeded")
        ? Optional.of(
            new Stop(Stop.USER, "Task stopped: it took longer than activeDeadlineSeconds allows"))
        : Optional.empty();
  }

  private Optional<Stop> asked() {
    TaskKubernetes ours = task.getSpec().kubernetes();
    return ours == null || !TaskDesiredStatus.STOPPED.name().equals(ours.desiredStatus())
        ? Optional.empty()
        : Optional.of(
            new Stop(
                Stop.USER, Objects.requireNonNullElse(ours.stopReason(), "Task stopped by user")));
  }

  /**
   * A Job that is missing takes its pod along; a cache that is behind must not say so too early.
   */
  private Optional<Stop> removed() {
    String what = seen.job().isPresent() ? "pod" : "Job";
    return seen.deletionRequestedAt()
        .map(it -> new Stop(Stop.USER, "Task stopped: its %s was deleted".formatted(what)));
  }

  private Optional<Stop> failedToStart() {
    boolean late = startDeadline().filter(it -> !it.isAfter(now)).isPresent();
    return seen.containers().stream()
        .filter(it -> it.waits() && !it.started())
        .filter(it -> late || it.hopeless())
        .flatMap(it -> it.reason().stream())
        .findFirst()
        .map(reason -> new Stop(Stop.FAILED_TO_START, reason));
  }

  private boolean anyFailing() {
    return seen.containers().stream().anyMatch(it -> it.waits() && it.reason().isPresent());
  }

  private Optional<Instant> startDeadline() {
    return turns().max(Instant::compareTo).map(it -> it.plus(START));
  }

  /** When containers may have had their turn: the pod's place, then each end of a waiting. */
  private Stream<Instant> turns() {
    return Stream.concat(
        Stream.of("PodScheduled", "Initialized").flatMap(it -> seen.became(it).stream()),
        seen.containers().stream().flatMap(it -> it.madeWayAt().stream()));
  }

  private Optional<Stop> unplaced() {
    return seen.scheduled()
        ? Optional.empty()
        : placementDeadline()
            .filter(it -> !it.isAfter(now))
            .map(it -> new Stop(Stop.FAILED_TO_START, whyUnplaced()));
  }

  private String whyUnplaced() {
    return MissingPod.of(seen, now)
        .map(it -> ContainerReasons.text("TaskFailedToStart", it))
        .orElseGet(() -> seen.shortage().stoppedReason());
  }

  private Optional<Instant> placementDeadline() {
    TaskKubernetes ours = task.getSpec().kubernetes();
    Integer timeout = ours == null ? null : ours.placementTimeout();
    return timeout == null
        ? Optional.empty()
        : seen.wantsPlaceSince().map(it -> it.plusSeconds(timeout));
  }

  /**
   * The pod ended and nothing above says why: a container that others wait for failed, or the node
   * restarted none of those that it was told to.
   */
  private Optional<Stop> ended() {
    if (!seen.terminal() && !jobFailed()) {
      return Optional.empty();
    }
    if (seen.containers().stream().anyMatch(it -> it.essential() && it.exitCode().isPresent())) {
      return Optional.of(new Stop(Stop.ESSENTIAL_EXITED, EXITED));
    }
    String reason =
        seen.containers().stream()
            .flatMap(it -> it.reason().stream())
            .findFirst()
            .orElseGet(() -> ContainerReasons.text("Task failed to start", seen.podMessage()));
    return Optional.of(new Stop(Stop.FAILED_TO_START, reason));
  }

  private boolean jobFailed() {
    return seen.pod().isEmpty()
        && seen.job().filter(it -> it.getStatus() != null).stream()
            .flatMap(it -> it.getStatus().getConditions().stream())
            .anyMatch(it -> "Failed".equals(it.getType()) && "True".equals(it.getStatus()));
  }
}
