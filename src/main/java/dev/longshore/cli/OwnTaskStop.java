package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Mappers;
import java.time.Duration;
import java.util.Optional;

/** A task that runs on its own: its object is told. */
record OwnTaskStop(StandaloneTasks tasks, Task task, String reason) implements TaskStop {
  @Override
  public Optional<String> remark() {
    return Optional.empty();
  }

  @Override
  public void ask() {
    ObjectNode patch = Mappers.json().createObjectNode();
    ObjectNode ours = patch.putObject("spec").putObject("kubernetes");
    ours.put("desiredStatus", "STOPPED");
    if (!reason.isEmpty()) {
      ours.put("stopReason", reason);
    }
    tasks.patch(task, patch.toString());
  }

  @Override
  public TaskEnd end(boolean wait, Duration patience) {
    return wait
        ? TaskEnd.await(tasks, task, patience)
        : new TaskEnd(tasks.find(task.getMetadata().getName()).orElse(task), "", 0);
  }
}
