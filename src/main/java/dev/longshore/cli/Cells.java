package dev.longshore.cli;

import dev.longshore.api.ecs.v1.FidelitySummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a member is written for people; a member that is not there is a dash. */
final class Cells {
  private static final String NOTHING = "-";

  private Cells() {}

  static String of(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return text.isEmpty() ? NOTHING : text;
  }

  static String count(@Nullable Integer number) {
    return String.valueOf(number == null ? 0 : number);
  }

  static String joined(List<String> values) {
    return of(String.join(",", values));
  }

  /** The classes that occur, strongest promise first: {@code 12 exact, 2 ignored}. */
  static String of(FidelitySummary fidelity) {
    return of(
        Stream.of(
                counted(fidelity.exact(), "exact"),
                counted(fidelity.equivalent(), "equivalent"),
                counted(fidelity.approximated(), "approximated"),
                counted(fidelity.ignored(), "ignored"),
                counted(fidelity.rejected(), "rejected"),
                counted(fidelity.notImplemented(), "notImplemented"))
            .filter(it -> it.getKey() > 0)
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static Map.Entry<Integer, String> counted(@Nullable Integer number, String name) {
    return Map.entry(number == null ? 0 : number, name);
  }
}
