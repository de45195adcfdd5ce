package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Follows tasks as far as the user wants: to the operator's verdict, or to their end. */
final class TaskFollow {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--wait", description = "Wait until the tasks are STOPPED.")
  boolean wait;

  @Option(names = "--logs", description = "Print what the containers write; waits, too.")
  boolean logs;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = Durations.class,
      description = "How long --wait waits, such as 90s or 5m. (${DEFAULT-VALUE})")
  Duration timeout = Duration.ofHours(1);

  /**
   * Gives the exit code.
   *
   * @param requests names of the tasks of each
   */
  int follow(List<List<String>> requests, Connection connection, Printer printer) {
    StandaloneTasks tasks = StandaloneTasks.in(connection);
    List<Task> begun = requests.stream().flatMap(it -> begun(tasks, it)).toList();
    printer.print(
        Map.of("tasks", begun.stream().map(TaskView::json).toList(), "failures", List.of()),
        begun.stream().map(TaskView::line).toList());
    if (!wait && !logs) {
      return 0;
    }
    try (TaskLogs running = logs ? TaskLogs.of(connection, begun, printer) : TaskLogs.none()) {
      return ends(begun, connection, printer);
    }
  }

  /** All of them at once: what a retry writes is read while it runs. */
  private int ends(List<Task> begun, Connection connection, Printer printer) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> ends =
          begun.stream().map(task -> threads.submit(() -> end(connection, task, printer))).toList();
      int worst = 0;
      for (Future<Integer> end : ends) {
        worst = Math.max(worst, end.get());
      }
      return worst;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Refusal.UNREACHABLE;
    }
  }

  /** The tasks of a request once the operator took them; where it refuses one, ECS makes none. */
  private static Stream<Task> begun(StandaloneTasks tasks, List<String> names) {
    try {
      return names.stream().map(name -> begun(tasks, name)).toList().stream();
    } catch (Refusal refused) {
      if (refused.getExitCode() == Refusal.REFUSED) {
        takeBack(tasks, names);
      }
      throw refused;
    }
  }

  private static void takeBack(StandaloneTasks tasks, List<String> names) {
    names.stream()
        .flatMap(name -> tasks.find(name).stream())
        .filter(it -> it.getStatus() == null || it.getStatus().lastStatus() == null)
        .forEach(tasks::delete);
  }

  private static Task begun(StandaloneTasks tasks, String name) {
    return Polling.until(PATIENCE, () -> tasks.find(name).filter(TaskFollow::judged))
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.UNREACHABLE,
                    name
                        + " is stored, but no operator started it; is one running in this"
                        + " cluster?"));
  }

  private static boolean judged(Task task) {
    TaskStatus status = task.getStatus();
    if (status == null || status.lastStatus() != null) {
      return status != null;
    }
    Refusal.raise(TaskView.condition(status, "Stalled"));
    return TaskView.condition(status, "Reconciling").isPresent();
  }

  private int end(Connection connection, Task task, Printer printer) {
    StandaloneTasks tasks = StandaloneTasks.in(connection);
    TaskEnd end = TaskEnd.await(tasks, task, timeout);
    if (!end.trouble().isEmpty()) {
      printer.note(end.trouble());
      return end.code();
    }
    TaskStatus status = end.task().getStatus();
    printer.note("%s STOPPED: %s".formatted(task.getMetadata().getName(), TaskView.end(status)));
    String next = status.retriedBy();
    return next == null
        ? TaskView.exitCode(status)
        : endOfRetry(connection, begun(tasks, next), printer);
  }

  /** The code of a task that is tried again is that of its last attempt. */
  private int endOfRetry(Connection connection, Task retry, Printer printer) {
    try (TaskLogs running =
        logs ? TaskLogs.of(connection, List.of(retry), printer) : TaskLogs.none()) {
      return end(connection, retry, printer);
    }
  }
}
