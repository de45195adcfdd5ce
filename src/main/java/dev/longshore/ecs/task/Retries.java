package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDesiredStatus;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.api.ecs.v1.TaskRetry;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Actions;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.core.Outcomes;
import dev.longshore.core.Problem;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code kubernetes.retries}: a task that failed is followed by another of its own. That is made
 * before the end of the first is recorded, under a name that follows from the first's and its id:
 * an operator that dies in between makes it anew and finds it there, and attempts of an earlier
 * task of that name are not in its way. It has no owner, because the record of the first is
 * forgotten while it may still run.
 */
record Retries(Actions actions) {
  /** Nobody wanted the task to stop; one that exited is judged by its code. */
  private static final Set<String> FAILURES =
      Set.of(Stop.FAILED_TO_START, Stop.HOST, Stop.SPOT, Stop.NOTICE);

  private static final int FIRST = 1;

  /** So many digits of the first task's id are in the names of its attempts. */
  private static final int DIGITS = 6;

  /** The next attempt of a task whose end is about to be recorded; nothing when none is due. */
  Optional<Retry> next(Task task, TaskRun run) {
    return due(task, run) ? Optional.of(made(successor(task), task)) : Optional.empty();
  }

  private Retry made(Task next, Task task) {
    Outcomes outcomes = actions.create(next);
    String name = next.getMetadata().getName();
    if (!outcomes.problems().isEmpty()) {
      return new Retry(name, Problem.join(outcomes.problems()));
    }
    boolean ours = !outcomes.stale() || actions.read(next).filter(it -> same(it, next)).isPresent();
    return new Retry(
        name,
        ours
            ? ""
            : "Task %s exists and is no attempt of %s."
                .formatted(name, task.getMetadata().getName()));
  }

  private static boolean same(Task there, Task wanted) {
    TaskKubernetes theirs = there.getSpec().kubernetes();
    TaskKubernetes ours = wanted.getSpec().kubernetes();
    return theirs != null && ours != null && Objects.equals(theirs.retryOf(), ours.retryOf());
  }

  static boolean due(Task task, TaskRun run) {
    TaskKubernetes ours = task.getSpec().kubernetes();
    if (!run.stopped()
        || ours == null
        || Objects.requireNonNullElse(ours.retries(), 0) < 1
        || TaskDesiredStatus.STOPPED.name().equals(ours.desiredStatus())) {
      return false;
    }
    String code = TaskStatuses.first(run.stop().orElseThrow(), task.getStatus()).code();
    return FAILURES.contains(code) || code.equals(Stop.ESSENTIAL_EXITED) && failed(task, run);
  }

  /**
   * Of a pod that somebody took away by force, its finalizer too, the record so far has the codes.
   */
  private static boolean failed(Task task, TaskRun run) {
    TaskStatus old = task.getStatus();
    return run.seen().pod().isPresent() || old == null
        ? new Endings(run.seen()).failed()
        : run.seen().containers().stream()
            .filter(TaskContainer::essential)
            .map(TaskContainer::name)
            .filter(it -> old.endedBy() == null || it.equals(old.endedBy()))
            .anyMatch(it -> failed(old, it));
  }

  private static boolean failed(TaskStatus told, String container) {
    return told.containers().stream()
        .filter(it -> container.equals(it.name()))
        .anyMatch(it -> Objects.requireNonNullElse(it.exitCode(), 0) != 0);
  }

  /** The same request, one retry less. */
  static Task successor(Task task) {
    ObjectNode spec = Mappers.json().valueToTree(task.getSpec());
    ObjectNode ours = (ObjectNode) spec.get("kubernetes");
    int left = ours.path("retries").asInt() - 1;
    ours.remove(List.of("desiredStatus", "stopReason", "retries"));
    if (left > 0) {
      ours.put("retries", left);
    }
    TaskRetry retry = retry(task);
    ours.set("retryOf", Mappers.json().valueToTree(retry));
    Task next = new Task();
    next.setMetadata(
        new ObjectMetaBuilder()
            .withName(name(retry))
            .withNamespace(task.getMetadata().getNamespace())
            .build());
    next.setSpec(Mappers.json().convertValue(spec, TaskSpec.class));
    return next;
  }

  private static String name(TaskRetry retry) {
    String id = String.valueOf(retry.uid()).replace("-", "");
    return Names.dnsLabel(
        String.valueOf(retry.name()),
        id.substring(0, Math.min(DIGITS, id.length())),
        "attempt",
        String.valueOf(retry.attempt()));
  }

  private static TaskRetry retry(Task task) {
    TaskKubernetes ours = task.getSpec().kubernetes();
    TaskRetry before = ours == null ? null : ours.retryOf();
    return before == null
        ? new TaskRetry(task.getMetadata().getName(), task.getMetadata().getUid(), FIRST + 1)
        : new TaskRetry(
            before.name(), before.uid(), Objects.requireNonNullElse(before.attempt(), FIRST) + 1);
  }
}
