package dev.longshore.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The lines that the benchmark prints. */
final class Figures {
  private static final double NANOS = 1e6;

  private Figures() {}

  static void print(String name, double value, String unit, int n) {
    System.out.printf(
        Locale.ROOT, "bench: name=%s value=%.2f unit=%s n=%d%n", name, value, unit, n);
  }

  /** The value at or below which the given share of all values is. */
  static double percentile(List<Duration> values, int percent) {
    List<Duration> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return milliseconds(sorted.get(Math.max(0, rank - 1)));
  }

  static double milliseconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
