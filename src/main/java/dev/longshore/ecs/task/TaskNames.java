package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a task, its Job and its pod are called and labelled. */
final class TaskNames {
  private TaskNames() {}

  /** The 32 hexadecimal digits of the task's ARN. */
  static String id(Task task) {
    return Objects.requireNonNullElse(task.getMetadata().getUid(), "").replace("-", "");
  }

  static String job(Task task) {
    return Names.dnsLabel(task.getMetadata().getName());
  }

  /** {@code group}; ECS's own default is {@code family:<family>}. */
  static String group(Task task, String family) {
    String group = task.getSpec().group();
    return group == null || group.isEmpty() ? "family:" + family : group;
  }

  static Map<String, String> labels(Task task, TaskFacts facts, @Nullable String launchType) {
    Map<String, String> labels = new TreeMap<>(Labels.common(task.getMetadata().getName()));
    labels.put(Labels.TASK, id(task));
    labels.put(Labels.CLUSTER, Names.labelValue(facts.cluster()));
    labels.put(Labels.FAMILY, Names.labelValue(facts.family()));
    labels.put(Labels.REVISION, facts.revision());
    labels.put(Labels.TASK_GROUP, Names.labelValue(group(task, facts.family())));
    if (!facts.provider().isEmpty()) {
      labels.put(Labels.CAPACITY_PROVIDER, Names.labelValue(facts.provider()));
    }
    if (launchType != null && !launchType.isEmpty()) {
      labels.put(Labels.LAUNCH_TYPE, launchType);
    }
    return labels;
  }
}
