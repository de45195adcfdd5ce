package dev.longshore.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** References turned into values: everything was found, or the list of what is missing. */
public sealed interface Resolution<T> {
  /** Everything was found. */
  record Resolved<T>(T value) implements Resolution<T> {}

  /** At least one thing is missing; what runs stays as it is. */
  record Unresolved<T>(List<Problem> problems) implements Resolution<T> {
    public Unresolved {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an unresolved reference needs a problem");
      }
    }
  }

  static <T> Resolution<T> of(T value) {
    return new Resolved<>(value);
  }

  static <T> Resolution<T> missing(String reason, String message) {
    return new Unresolved<>(List.of(new Problem(reason, message)));
  }

  /** What was found, if everything was. */
  default Optional<T> found() {
    return switch (this) {
      case Resolved<T> resolved -> Optional.of(resolved.value());
      case Unresolved<T> ignored -> Optional.empty();
    };
  }

  default List<Problem> problems() {
    return switch (this) {
      case Resolved<T> ignored -> List.of();
      case Unresolved<T> unresolved -> unresolved.problems();
    };
  }

  default <R> Resolution<R> map(Function<T, R> next) {
    return flatMap(value -> of(next.apply(value)));
  }

  default <R> Resolution<R> flatMap(Function<T, Resolution<R>> next) {
    return switch (this) {
      case Resolved<T> resolved -> next.apply(resolved.value());
      case Unresolved<T> unresolved -> new Unresolved<>(unresolved.problems());
    };
  }
}
