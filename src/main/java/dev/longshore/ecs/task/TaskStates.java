package dev.longshore.ecs.task;

import java.time.Instant;

/** The life of a task (API member {@code lastStatus}) read off its pod. */
final class TaskStates {
  static final String STOPPED = "STOPPED";
  static final String RUNNING = "RUNNING";

  private TaskStates() {}

  /**
   * Where the task stands.
   *
   * @param stops a reason to stop it is known
   */
  static String of(TaskObserved seen, boolean stops, Instant now) {
    if (stops) {
      return stopping(seen, now);
    }
    if (!seen.scheduled()) {
      return "PROVISIONING";
    }
    if (seen.ran()) {
      return RUNNING;
    }
    return seen.containers().stream().anyMatch(it -> it.status() != null)
        ? "ACTIVATING"
        : "PENDING";
  }

  private static String stopping(TaskObserved seen, Instant now) {
    if (seen.over(now)) {
      return STOPPED;
    }
    if (seen.containers().stream().noneMatch(TaskContainer::running)) {
      return "DEPROVISIONING";
    }
    return seen.deletionRequestedAt().isPresent() ? "STOPPING" : "DEACTIVATING";
  }
}
