package dev.longshore.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something cannot be done now.
 *
 * @param reason one CamelCase word for machines, used as a condition's reason
 * @param message one sentence with the object, what is wrong and what to do
 */
public record Problem(String reason, String message) {
  private static final int SHOWN = 5;

  /** The messages in one text, the first five in full. */
  public static String join(List<Problem> problems) {
    String shown =
        problems.stream().limit(SHOWN).map(Problem::message).collect(Collectors.joining(" "));
    int more = problems.size() - SHOWN;
    return more > 0 ? "%s And %d more.".formatted(shown, more) : shown;
  }
}
