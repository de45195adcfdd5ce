package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A task for people, and for programs as DescribeTasks shows it. */
final class TaskView {
  private static final String WELL = "EssentialContainerExited";

  private TaskView() {}

  /** The members of DescribeTasks alone: conditions are Kubernetes' word for the same. */
  static JsonNode json(Task task) {
    TaskStatus status = task.getStatus();
    if (status == null) {
      return Mappers.json().createObjectNode();
    }
    ObjectNode tree = Mappers.json().valueToTree(status);
    tree.remove(List.of("conditions", "observedGeneration"));
    return tree;
  }

  static String line(Task task) {
    TaskStatus status = task.getStatus();
    return "%s  %s  %s"
        .formatted(
            task.getMetadata().getName(),
            StandaloneTasks.id(task),
            Cells.of(status == null ? null : status.lastStatus()));
  }

  /** Every member that says something, one a line. */
  static List<String> lines(Task task) {
    List<String> lines = new ArrayList<>();
    lines.add("name: " + task.getMetadata().getName());
    json(task).properties().stream()
        .filter(it -> it.getValue().isValueNode())
        .forEach(it -> lines.add(it.getKey() + ": " + it.getValue().asText()));
    TaskStatus status = task.getStatus();
    if (status != null) {
      condition(status, "Reconciling")
          .or(() -> condition(status, "Stalled"))
          .ifPresent(it -> lines.add("why: " + it));
      lines.add("containers:");
      status.containers().forEach(it -> lines.add("  " + line(it)));
    }
    return lines;
  }

  /** Message of a condition that is true. */
  static Optional<String> condition(TaskStatus status, String type) {
    return status.conditions().stream()
        .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
        .map(Condition::getMessage)
        .findFirst();
  }

  static String end(TaskStatus status) {
    return "%s: %s".formatted(status.stopCode(), status.stoppedReason())
        + status.containers().stream()
            .filter(it -> it.exitCode() != null)
            .map(it -> " %s %d".formatted(it.name(), it.exitCode()))
            .reduce((one, other) -> one + "," + other)
            .map(it -> " (exit code of" + it + ")")
            .orElse("");
  }

  /**
   * Of the container that ended the task; 0 when it ended well, whatever happened to the others.
   */
  static int exitCode(TaskStatus status) {
    boolean ready =
        status.conditions().stream()
            .anyMatch(it -> "Ready".equals(it.getType()) && "True".equals(it.getStatus()));
    if (ready && WELL.equals(status.stopCode())) {
      return 0;
    }
    Stream<Container> ended =
        status.containers().stream().filter(it -> Objects.equals(it.name(), status.endedBy()));
    return Stream.concat(ended, status.containers().stream())
        .flatMap(it -> Stream.ofNullable(it.exitCode()))
        .filter(code -> code != 0)
        .findFirst()
        .orElse(Refusal.REFUSED);
  }

  private static String line(Container container) {
    return Stream.of(
            container.name(),
            container.lastStatus(),
            container.exitCode() == null ? null : "exit code " + container.exitCode(),
            container.reason(),
            container.image())
        .filter(Objects::nonNull)
        .reduce((one, other) -> one + "  " + other)
        .orElse("");
  }
}
