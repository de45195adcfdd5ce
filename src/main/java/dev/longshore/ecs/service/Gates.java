package dev.longshore.ecs.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an ECS deployment waited for so far. It is kept in an annotation of its children, so a
 * restarted operator waits on and waits for nothing twice.
 *
 * @param began when a deployment began that has to wait; hooks and alarms that a service gets later
 *     count from its next deployment on
 * @param ignoreAlarms an alarm was in ALARM when the deployment began: then none of them counts
 * @param steadySince when every task of it was healthy for the first time, and no other was left
 * @param hooks pauses by their ids
 * @param asked ids of the hooks that it was asked to wait for when it began; none where an older
 *     release began it, and then all count
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Gates(
    @Nullable String began,
    @Nullable Boolean ignoreAlarms,
    @Nullable String steadySince,
    Map<String, Pause> hooks,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> asked) {
  static final Gates NONE = new Gates(null, null, null, Map.of(), null);

  /**
   * One pause of a deployment.
   *
   * @param since when it began
   * @param passed when it was over
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Pause(String since, @Nullable String passed) {
    /** What is no time fails here, where it still counts as nothing. */
    Pause {
      since = Instant.parse(since).toString();
      passed = time(passed);
    }

    boolean open() {
      return passed == null;
    }
  }

  Gates(
      @Nullable String began,
      @Nullable Boolean ignoreAlarms,
      @Nullable String steadySince,
      @Nullable Map<String, Pause> hooks,
      @Nullable List<String> asked) {
    this.began = time(began);
    this.ignoreAlarms = ignoreAlarms;
    this.steadySince = time(steadySince);
    this.hooks = hooks == null ? Map.of() : Map.copyOf(hooks);
    this.asked = asked == null ? null : List.copyOf(asked);
  }

  private static @Nullable String time(@Nullable String text) {
    return text == null ? null : Instant.parse(text).toString();
  }

  /** Reads what {@link #text} wrote; what cannot be read counts as nothing. */
  static Gates parse(@Nullable String text) {
    try {
      return text == null
          ? NONE
          : Objects.requireNonNullElse(Mappers.json().readValue(text, Gates.class), NONE);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  /** What several children of one deployment tell together. */
  static Gates of(List<Gates> children) {
    Map<String, Pause> hooks = new TreeMap<>();
    children.forEach(it -> it.hooks.forEach((id, pause) -> hooks.merge(id, pause, Gates::further)));
    boolean ignore = children.stream().anyMatch(Gates::ignoresAlarms);
    return new Gates(
        first(children, Gates::began),
        ignore ? Boolean.TRUE : null,
        first(children, Gates::steadySince),
        hooks,
        children.stream().flatMap(it -> Stream.ofNullable(it.asked)).findFirst().orElse(null));
  }

  private static @Nullable String first(
      List<Gates> children, Function<Gates, @Nullable String> time) {
    return children.stream()
        .flatMap(it -> Stream.ofNullable(time.apply(it)))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Pause further(Pause one, Pause other) {
    return one.open() ? other : one;
  }

  /** Whether the deployment waits for more than its tasks at all. */
  boolean closed() {
    return began != null;
  }

  Gates closed(Instant now, List<String> hookIds) {
    return began == null
        ? new Gates(now.toString(), ignoreAlarms, steadySince, hooks, hookIds)
        : this;
  }

  /** Whether the deployment has to wait for a hook. */
  boolean waitsFor(String hookId) {
    return asked == null || asked.contains(hookId);
  }

  boolean ignoresAlarms() {
    return Boolean.TRUE.equals(ignoreAlarms);
  }

  Gates ignoringAlarms() {
    return new Gates(began, true, steadySince, hooks, asked);
  }

  Gates steady(Instant now) {
    return steadySince == null
        ? new Gates(began, ignoreAlarms, now.toString(), hooks, asked)
        : this;
  }

  /** With a pause begun or ended. */
  Gates with(String id, Pause pause) {
    Map<String, Pause> all = new TreeMap<>(hooks);
    all.put(id, pause);
    return new Gates(began, ignoreAlarms, steadySince, all, asked);
  }

  /** Canonical JSON; the same for equal gates. */
  String text() {
    return Mappers.canonical(this);
  }
}
