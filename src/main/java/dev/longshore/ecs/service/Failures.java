package dev.longshore.ecs.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.service.TaskFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with the tasks of one child so far. It is kept in an annotation of the child, so
 * a restarted operator counts on and counts nothing twice.
 *
 * @param failedTasks failures that the circuit breaker counts (member {@code
 *     Deployment.failedTasks})
 * @param inARow tasks that stopped since the last one of the ECS deployment became healthy,
 *     whatever the reason
 * @param neverRan those of them that never ran
 * @param healthy tasks of the ECS deployment, whichever child has them, that were healthy at the
 *     last failure; one more ends the row
 * @param last when the newest of the row first stopped
 * @param seen stops already counted of each task that is still there, by its uid
 * @param unwatched some were counted while no circuit breaker was on and the deployment may have
 *     been COMPLETED long before: then none of them trips one that is switched on meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Failures(
    int failedTasks,
    int inARow,
    int neverRan,
    int healthy,
    @Nullable String last,
    Map<String, Integer> seen,
    @Nullable Boolean unwatched) {
  static final Failures NONE = new Failures(0, 0, 0, 0, null, Map.of(), null);

  /** ECS's throttle: three replacements at once, then 10 s, doubled each time up to 27 minutes. */
  private static final int AT_ONCE = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(27);

  public Failures(
      int failedTasks,
      int inARow,
      int neverRan,
      int healthy,
      @Nullable String last,
      @Nullable Map<String, Integer> seen,
      @Nullable Boolean unwatched) {
    this.failedTasks = failedTasks;
    this.inARow = inARow;
    this.neverRan = neverRan;
    this.healthy = healthy;
    // what is no time fails here, where it still counts as nothing
    this.last = last == null ? null : Instant.parse(last).toString();
    this.seen = seen == null ? Map.of() : Map.copyOf(seen);
    this.unwatched = unwatched;
  }

  /** Reads what {@link #text} wrote; what cannot be read counts as nothing. */
  static Failures parse(@Nullable String text) {
    try {
      return text == null
          ? NONE
          : Objects.requireNonNullElse(Mappers.json().readValue(text, Failures.class), NONE);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  /** What several children of one deployment tell together. */
  static Failures of(List<Failures> children) {
    Map<String, Integer> seen = new TreeMap<>();
    children.forEach(it -> seen.putAll(it.seen));
    return new Failures(
        children.stream().mapToInt(Failures::failedTasks).sum(),
        children.stream().mapToInt(Failures::inARow).sum(),
        children.stream().mapToInt(Failures::neverRan).sum(),
        children.stream().mapToInt(Failures::healthy).min().orElse(0),
        children.stream()
            .flatMap(it -> Stream.ofNullable(it.last))
            .max(Comparator.comparing(Instant::parse))
            .orElse(null),
        seen,
        children.stream().anyMatch(it -> !it.watched()) ? Boolean.TRUE : null);
  }

  /** Canonical JSON; the same for equal failures. */
  String text() {
    return Mappers.canonical(this);
  }

  /**
   * Counts on.
   *
   * @param faults of the child's tasks now
   * @param healthyNow tasks of the ECS deployment that count as healthy
   * @param reset whether a healthy task sets the breaker's count back ({@code resetOnHealthyTask})
   */
  Failures observe(List<TaskFault> faults, int healthyNow, boolean reset, Instant now) {
    Failures base = recovered(healthyNow) ? ended(reset) : lowered(healthyNow);
    Failures counted = base;
    for (TaskFault fault : faults) {
      counted = counted.count(fault, healthyNow, now);
    }
    return counted;
  }

  /**
   * Without what was counted of other tasks, which are gone or forgiven.
   *
   * @param uids of tasks that may have been counted; one may stop looking ill for a moment, as
   *     between two attempts to pull its image
   */
  Failures keeping(Set<String> uids) {
    Map<String, Integer> left = new TreeMap<>(seen);
    left.keySet().retainAll(uids);
    return new Failures(failedTasks, inARow, neverRan, healthy, last, left, unwatched);
  }

  /** Whether the stops of a task are all counted, so that it may be replaced. */
  boolean knows(TaskFault fault) {
    return seen.getOrDefault(fault.uid(), 0) >= fault.stops();
  }

  /** Whether the circuit breaker may judge by them. */
  boolean watched() {
    return !Boolean.TRUE.equals(unwatched);
  }

  Failures unwatched(boolean value) {
    return value ? new Failures(failedTasks, inARow, neverRan, healthy, last, seen, true) : this;
  }

  /** When a task that stopped may be replaced. */
  Instant replaceAt() {
    Instant from = last == null ? Instant.EPOCH : Instant.parse(last);
    int paused = inARow - AT_ONCE;
    if (paused <= 0) {
      return from;
    }
    long factor = 1L << Math.min(paused - 1, Long.SIZE / 2);
    Duration pause = FIRST_PAUSE.multipliedBy(factor);
    return from.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /** ECS tells so when tasks keep stopping before they run (service event E6). */
  boolean unableToStart() {
    return neverRan >= AT_ONCE;
  }

  private boolean recovered(int healthyNow) {
    return inARow > 0 && healthyNow > healthy;
  }

  /** Availability is known later than an exit: the lowest count since then is the true one. */
  private Failures lowered(int healthyNow) {
    return inARow == 0 || healthyNow >= healthy
        ? this
        : new Failures(failedTasks, inARow, neverRan, healthyNow, last, seen, unwatched);
  }

  private Failures ended(boolean reset) {
    return new Failures(reset ? 0 : failedTasks, 0, 0, 0, null, seen, unwatched);
  }

  private Failures count(TaskFault fault, int healthyNow, Instant now) {
    int known = seen.getOrDefault(fault.uid(), 0);
    int fresh = fault.stops() - known;
    if (fresh <= 0) {
      return this;
    }
    Map<String, Integer> all = new TreeMap<>(seen);
    all.put(fault.uid(), fault.stops());
    boolean another = known == 0;
    return new Failures(
        failedTasks + (fault.healthyBefore() ? 0 : fresh),
        inARow + (another ? 1 : 0),
        neverRan + (another && fault.is(Kind.NEVER_RAN) ? 1 : 0),
        inARow == 0 ? healthyNow : Math.min(healthy, healthyNow),
        another || last == null ? now.toString() : last,
        all,
        unwatched);
  }
}
