package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tags of a task: RunTask.tags, and what propagateTags brings. */
final class TaskTags {
  private TaskTags() {}

  /** The task's own tags, and those of its definition that it does not set itself. */
  static List<Tag> of(TaskSpec task, TaskDefinitionSpec definition) {
    boolean propagate = "TASK_DEFINITION".equals(task.propagateTags());
    Map<String, Tag> byKey = new LinkedHashMap<>();
    Stream.concat(
            task.tags().stream(), propagate ? definition.tags().stream() : Stream.<Tag>empty())
        .filter(tag -> tag.key() != null)
        .forEach(tag -> byKey.putIfAbsent(String.valueOf(tag.key()), tag));
    return new ArrayList<>(byKey.values());
  }
}
