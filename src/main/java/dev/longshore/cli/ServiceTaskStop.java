package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;

/** A task that a service started: its pod goes if the user may delete it. */
record ServiceTaskStop(ServiceTasks tasks, Pod pod, Task task, String reason) implements TaskStop {
  @Override
  public Optional<String> remark() {
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "--reason is not kept: %s is a task of a service, whose own record tells why it stops."
                .formatted(task.getMetadata().getName()));
  }

  @Override
  public void ask() {
    tasks.objects().client().resource(pod).delete();
  }

  @Override
  public TaskEnd end(boolean wait, Duration patience) {
    String id = TaskPods.id(pod);
    boolean gone =
        !wait
            || Polling.until(
                    patience,
                    () -> tasks.pod(id).isPresent() ? Optional.empty() : Optional.of(true))
                .isPresent();
    Task last = tasks.described(id).orElse(task);
    return gone ? new TaskEnd(last, "", 0) : TaskEnd.late(last, patience);
  }
}
