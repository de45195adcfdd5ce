package dev.longshore.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again until there is an answer; a person is waiting, so twice a second. */
final class Polling {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Polling() {}

  /** The first answer, or empty when the time is over. */
  static <T> Optional<T> until(Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || System.nanoTime() >= end) {
        return answer;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
