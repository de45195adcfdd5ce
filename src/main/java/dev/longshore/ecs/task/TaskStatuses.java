package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the status that DescribeTasks would show; it reads the old one only for its records. */
final class TaskStatuses {
  private static final String VERSION = "version";

  private final Clock clock;

  TaskStatuses(Clock clock) {
    this.clock = clock;
  }

  /** The time of a record, to the second. */
  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Of a task that cannot start, or not yet: it has no state in ECS's sense. */
  TaskStatus waiting(Task task, State state) {
    ObjectNode status = Mappers.json().createObjectNode();
    head(status, task, state, Optional.empty());
    return counted(status, task.getStatus());
  }

  /** Of a task that was started. */
  TaskStatus of(Task task, String cluster, TaskRun run, State state) {
    TaskStatus old = task.getStatus();
    ObjectNode status = Mappers.json().createObjectNode();
    head(status, task, state, run.stop().filter(it -> run.stopped()));
    status.setAll((ObjectNode) tree(TaskIdentity.of(task, cluster, run)));
    status.setAll((ObjectNode) tree(TaskTimes.of(run, old, now())));
    status.put("lastStatus", run.lastStatus());
    status.put("desiredStatus", run.stop().isPresent() ? TaskStates.STOPPED : TaskStates.RUNNING);
    status.put("healthStatus", health(run, old));
    status.set(
        "containers",
        tree(
            new TaskContainers(run, cluster, TaskNames.id(task))
                .list(old == null ? List.of() : old.containers(), now())));
    run.stop().ifPresent(stop -> stop(status, stop, old));
    endedBy(run, old).ifPresent(it -> status.put("endedBy", it));
    run.retry().filter(Retry::made).ifPresent(it -> status.put("retriedBy", it.name()));
    return counted(status, old);
  }

  /** The health at the end is the last one that was known. */
  private String health(TaskRun run, @Nullable TaskStatus old) {
    return run.stop().isPresent() && old != null && old.healthStatus() != null
        ? old.healthStatus()
        : TaskHealth.of(run.seen().containers(), now());
  }

  private static void stop(ObjectNode status, Stop stop, @Nullable TaskStatus old) {
    Stop first = first(stop, old);
    status.put("stopCode", first.code());
    status.put("stoppedReason", first.reason());
  }

  /** A pod that is gone does not tell it any more. */
  private static Optional<String> endedBy(TaskRun run, @Nullable TaskStatus old) {
    return run.stop()
        .filter(it -> first(it, old).code().equals(Stop.ESSENTIAL_EXITED))
        .flatMap(it -> new Endings(run.seen()).cause())
        .map(TaskContainer::name)
        .or(() -> Optional.ofNullable(old).map(TaskStatus::endedBy));
  }

  /** The first reason that was told stays. */
  static Stop first(Stop stop, @Nullable TaskStatus old) {
    return old == null || old.stopCode() == null
        ? stop
        : new Stop(old.stopCode(), String.valueOf(old.stoppedReason()));
  }

  private void head(ObjectNode status, Task task, State state, Optional<Stop> stopped) {
    TaskStatus old = task.getStatus();
    Long generation = task.getMetadata().getGeneration();
    Conditions conditions =
        new Conditions(clock, generation, old == null ? List.of() : old.conditions());
    List<Condition> own =
        stopped
            .map(
                it ->
                    conditions.condition(
                        "Stopped", true, new State.Ready(it.code(), state.message())))
            .stream()
            .toList();
    status.put("observedGeneration", generation);
    status.set("conditions", tree(conditions.of(state, own)));
  }

  /** With the number of the change, which nothing else moves. */
  private static TaskStatus counted(ObjectNode status, @Nullable TaskStatus old) {
    ObjectNode before = old == null ? null : (ObjectNode) tree(old);
    long version = old == null || old.version() == null ? 0 : old.version();
    TaskStatus made = Mappers.json().convertValue(status, TaskStatus.class);
    boolean same = before != null && tree(made).equals(before.without(VERSION));
    status.put(VERSION, same ? version : version + 1);
    return Mappers.json().convertValue(status, TaskStatus.class);
  }

  private static JsonNode tree(Object value) {
    return Mappers.json().valueToTree(value);
  }
}
