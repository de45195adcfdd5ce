package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.TaskStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times of a task (API members of the same names). Each is a record: what was written once is
 * kept, whatever the pod says later.
 *
 * @param old the status so far
 * @param now to the second
 */
record TaskTimes(TaskRun run, @Nullable TaskStatus old, Instant now) {

  /** The members by name; absent ones are left out. */
  static Map<String, String> of(TaskRun run, @Nullable TaskStatus old, Instant now) {
    TaskTimes times = new TaskTimes(run, old, now);
    Map<String, String> all = new TreeMap<>();
    put(all, "createdAt", times.createdAt());
    put(all, "pullStartedAt", times.pullStartedAt());
    put(all, "pullStoppedAt", times.pullStoppedAt());
    put(all, "startedAt", times.startedAt());
    put(all, "stoppingAt", times.stoppingAt());
    put(all, "executionStoppedAt", times.executionStoppedAt());
    put(all, "stoppedAt", times.stoppedAt());
    return all;
  }

  private @Nullable String createdAt() {
    return kept(old == null ? null : old.createdAt(), run.seen().became("PodScheduled"));
  }

  private @Nullable String pullStartedAt() {
    return kept(
        old == null ? null : old.pullStartedAt(),
        run.seen().became("PodReadyToStartContainers").or(() -> starts().min(Instant::compareTo)));
  }

  private @Nullable String pullStoppedAt() {
    return kept(old == null ? null : old.pullStoppedAt(), starts().min(Instant::compareTo));
  }

  private @Nullable String startedAt() {
    Optional<Instant> all =
        run.seen().ran()
            ? run.seen().containers().stream()
                .filter(TaskContainer::essential)
                .flatMap(it -> it.startedAt().stream())
                .max(Instant::compareTo)
            : Optional.empty();
    return kept(old == null ? null : old.startedAt(), all);
  }

  private @Nullable String stoppingAt() {
    Optional<Instant> first =
        Stream.of(
                run.seen().deletionRequestedAt().stream(),
                run.seen().disruptedAt().stream(),
                essentialEnds())
            .flatMap(it -> it)
            .min(Instant::compareTo)
            // what others wait for failed, and took the pod with it before anybody saw
            .or(() -> run.seen().terminal() ? ends().max(Instant::compareTo) : Optional.empty())
            .or(() -> Optional.of(now));
    return kept(
        old == null ? null : old.stoppingAt(), run.stop().isPresent() ? first : Optional.empty());
  }

  private @Nullable String executionStoppedAt() {
    return kept(
        old == null ? null : old.executionStoppedAt(),
        run.stopped() ? ends().max(Instant::compareTo) : Optional.empty());
  }

  private @Nullable String stoppedAt() {
    return kept(
        old == null ? null : old.stoppedAt(), run.stopped() ? Optional.of(now) : Optional.empty());
  }

  private Stream<Instant> starts() {
    return run.seen().containers().stream().flatMap(it -> it.startedAt().stream());
  }

  private Stream<Instant> ends() {
    return run.seen().containers().stream()
        .flatMap(it -> it.ended().stream())
        .filter(TaskContainer::ran)
        .flatMap(it -> Times.parse(it.getFinishedAt()).stream());
  }

  private Stream<Instant> essentialEnds() {
    return run.seen().containers().stream()
        .filter(TaskContainer::essential)
        .flatMap(it -> it.endedByItself().stream())
        .flatMap(it -> Times.parse(it.getFinishedAt()).stream());
  }

  private static void put(Map<String, String> all, String name, @Nullable String time) {
    if (time != null) {
      all.put(name, time);
    }
  }

  private static @Nullable String kept(@Nullable String old, Optional<Instant> found) {
    return old != null ? old : found.map(Instant::toString).orElse(null);
  }
}
