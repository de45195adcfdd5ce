package dev.longshore.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far a misspelt word is from a known one, so that a warning can name what was meant. */
public final class EditDistance {
  /** What is this far at most may be a slip of the pen. */
  public static final int NEAR = 3;

  private EditDistance() {}

  /** Insertions, deletions and replacements between two words, without regard to case. */
  public static int between(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }

  /** The known name that a misspelt one may stand for, if any is near. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    int near = Math.max(2, name.length() / 4);
    return known.stream()
        .filter(it -> between(it, name) <= near)
        .min(
            Comparator.<String>comparingInt(it -> between(it, name))
                .thenComparing(Comparator.naturalOrder()));
  }
}
