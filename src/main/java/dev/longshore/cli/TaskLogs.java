package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints what the containers of tasks write, each line as it comes; close waits for the rest. */
final class TaskLogs implements AutoCloseable {
  private static final Duration START = Duration.ofHours(1);
  private static final Duration REST = Duration.ofSeconds(5);

  private final List<Thread> readers = new ArrayList<>();

  private TaskLogs() {}

  static TaskLogs none() {
    return new TaskLogs();
  }

  static TaskLogs of(Connection connection, List<Task> tasks, Printer printer) {
    TaskLogs logs = new TaskLogs();
    StandaloneTasks all = StandaloneTasks.in(connection);
    for (Task task : tasks) {
      List<Container> containers = task.getStatus().containers();
      boolean alone = containers.size() == 1 && tasks.size() == 1;
      for (Container container : containers) {
        String name = String.valueOf(container.name());
        String prefix = alone ? "" : task.getMetadata().getName() + "/" + name + "  ";
        logs.readers.add(
            Thread.ofVirtual()
                .start(() -> copy(all, task, name, line -> printer.log(prefix + line))));
      }
    }
    return logs;
  }

  private static void copy(
      StandaloneTasks tasks, Task task, String container, Consumer<String> sink) {
    Optional<Boolean> started =
        Polling.until(
            START,
            () -> tasks.find(task.getMetadata().getName()).flatMap(it -> started(it, container)));
    Optional<Pod> pod = tasks.pod(task);
    if (started.isEmpty() || !started.get() || pod.isEmpty()) {
      return;
    }
    new ContainerLog(tasks.client(), pod.get(), Names.dnsLabel(container))
        .read(LogSpan.following(), sink);
  }

  /** Whether the container ever ran; empty while it may still start. */
  private static Optional<Boolean> started(Task task, String container) {
    return task.getStatus().containers().stream()
        .filter(it -> container.equals(it.name()) && !"PENDING".equals(it.lastStatus()))
        .findFirst()
        .map(it -> it.runtimeId() != null);
  }

  @Override
  public void close() {
    for (Thread reader : readers) {
      try {
        reader.join(REST);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
