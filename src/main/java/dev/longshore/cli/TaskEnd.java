package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a task that was waited for.
 *
 * @param task as it was seen last
 * @param trouble why it was not seen STOPPED; empty when it was
 * @param code exit code of whoever waited for no more than that
 */
record TaskEnd(Task task, String trouble, int code) {
  private static final String STOPPED = "STOPPED";

  /** Waits until it is STOPPED or gone: another task of its name is not the one. */
  static TaskEnd await(StandaloneTasks tasks, Task task, Duration patience) {
    String name = task.getMetadata().getName();
    return Polling.until(patience, () -> look(tasks, task))
        .orElseGet(() -> late(tasks.find(name).orElse(task), patience));
  }

  /** One that was not seen STOPPED in time. */
  static TaskEnd late(Task task, Duration patience) {
    return new TaskEnd(
        task,
        "%s is not STOPPED after %d s."
            .formatted(task.getMetadata().getName(), patience.toSeconds()),
        Refusal.UNREACHABLE);
  }

  private static Optional<TaskEnd> look(StandaloneTasks tasks, Task task) {
    String name = task.getMetadata().getName();
    Optional<Task> now = stopped(task) ? Optional.of(task) : same(tasks, task);
    return now.isEmpty()
        ? Optional.of(
            new TaskEnd(
                task,
                "%s is gone: it was deleted before it was seen STOPPED.".formatted(name),
                Refusal.REFUSED))
        : now.filter(TaskEnd::stopped).map(it -> new TaskEnd(it, "", 0));
  }

  private static Optional<Task> same(StandaloneTasks tasks, Task task) {
    String uid = task.getMetadata().getUid();
    return tasks
        .find(task.getMetadata().getName())
        .filter(it -> it.getMetadata().getUid().equals(uid));
  }

  private static boolean stopped(Task task) {
    return task.getStatus() != null && STOPPED.equals(task.getStatus().lastStatus());
  }
}
