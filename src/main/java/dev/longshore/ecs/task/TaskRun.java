package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.ecs.pods.Stop;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a task that was started.
 *
 * @param stop why it stops, if it does
 * @param lastStatus of the API
 * @param lookAgain when time alone changes something
 * @param retry what follows it, where anything does
 */
record TaskRun(
    TaskObserved seen,
    Optional<Stop> stop,
    String lastStatus,
    Optional<Instant> lookAgain,
    Optional<Retry> retry) {

  private TaskRun(
      TaskObserved seen, Optional<Stop> stop, String lastStatus, Optional<Instant> lookAgain) {
    this(seen, stop, lastStatus, lookAgain, Optional.empty());
  }

  TaskRun followedBy(Optional<Retry> next) {
    return new TaskRun(seen, stop, lastStatus, lookAgain, next);
  }

  static TaskRun of(Task task, TaskObserved seen, Instant now) {
    StopCodes codes = new StopCodes(task, seen, now);
    Optional<Stop> stop = codes.stop();
    return new TaskRun(seen, stop, TaskStates.of(seen, stop.isPresent(), now), codes.deadline());
  }

  /** A task of which somebody else knows why it stops, if it does. */
  static TaskRun of(TaskObserved seen, Optional<Stop> stop, Instant now) {
    return new TaskRun(seen, stop, TaskStates.of(seen, stop.isPresent(), now), Optional.empty());
  }

  /** A task whose record says that it started, and of which nothing is left. */
  static TaskRun vanished(TaskObserved seen) {
    return new TaskRun(
        seen,
        Optional.of(new Stop(Stop.USER, "Task stopped: its Job was deleted")),
        TaskStates.STOPPED,
        Optional.empty());
  }

  /** A task that was told to stop before it started. */
  static TaskRun neverStarted(TaskObserved seen, Stop stop) {
    return new TaskRun(seen, Optional.of(stop), TaskStates.STOPPED, Optional.empty());
  }

  boolean stopped() {
    return lastStatus.equals(TaskStates.STOPPED);
  }

  /** Whether the Job has still to be told to end the pod. */
  boolean mustSuspend() {
    return stop.isPresent()
        && !seen.terminal()
        && seen.deletionRequestedAt().isEmpty()
        && seen.job()
            .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
            .filter(it -> !Boolean.TRUE.equals(it.getSpec().getSuspend()))
            .isPresent();
  }
}
