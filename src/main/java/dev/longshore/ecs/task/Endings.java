package dev.longshore.ecs.task;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which essential containers ended a task. Those that ended by themselves decide whether it ended
 * well; what was stopped along with them does not.
 */
record Endings(TaskObserved seen) {

  /** Those that ended by themselves, as they were when that was decided. */
  List<TaskContainer> own() {
    Set<String> decided = JobStop.ended(seen.job());
    return essential()
        .filter(it -> decided.isEmpty() ? endedFirst(it) : decided.contains(it.name()))
        .toList();
  }

  /** Their names. */
  List<String> names() {
    return own().stream().map(TaskContainer::name).toList();
  }

  /** Whether one of them ended with another code than 0. */
  boolean failed() {
    return judged().stream().anyMatch(Endings::failed);
  }

  /** The one that failed, else the first: its exit code is the task's. */
  Optional<TaskContainer> cause() {
    List<TaskContainer> ended = judged().stream().filter(it -> it.exitCode().isPresent()).toList();
    return ended.stream().filter(Endings::failed).findFirst().or(() -> ended.stream().findFirst());
  }

  private List<TaskContainer> judged() {
    List<TaskContainer> own = own();
    return own.isEmpty() ? essential().filter(this::mayHaveEndedFirst).toList() : own;
  }

  private Stream<TaskContainer> essential() {
    return seen.containers().stream().filter(TaskContainer::essential);
  }

  private static boolean failed(TaskContainer container) {
    return container.exitCode().filter(code -> code != 0).isPresent();
  }

  /** Whether nobody had touched the pod by then. */
  private boolean endedFirst(TaskContainer container) {
    Optional<Instant> deleted = seen.deletionRequestedAt();
    Optional<Instant> disrupted = seen.disruptedAt();
    return container
        .endedByItself()
        .filter(end -> deleted.isEmpty() || finishedAt(end).isBefore(deleted.get()))
        .filter(
            end ->
                seen.disruption().isEmpty()
                    || disrupted.isPresent() && finishedAt(end).isBefore(disrupted.get()))
        .isPresent();
  }

  /** Times are whole seconds, so what ended in the second of the deletion may have been first. */
  private boolean mayHaveEndedFirst(TaskContainer container) {
    Optional<Instant> deleted = seen.deletionRequestedAt();
    return deleted.isEmpty()
        || container.ended().filter(end -> !finishedAt(end).isAfter(deleted.get())).isPresent();
  }

  private static Instant finishedAt(ContainerStateTerminated end) {
    return Times.parse(end.getFinishedAt()).orElse(Instant.MAX);
  }
}
