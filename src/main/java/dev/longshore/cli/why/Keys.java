package dev.longshore.cli.why;

import java.util.Set;

/**
 * What may be known of a Secret or ConfigMap: the names of its keys, never a value.
 *
 * @param visible whether the user may look at it at all
 */
public record Keys(boolean visible, boolean exists, Set<String> names) {
  public Keys {
    names = Set.copyOf(names);
  }

  public static Keys of(Set<String> names) {
    return new Keys(true, true, names);
  }

  public static Keys missing() {
    return new Keys(true, false, Set.of());
  }

  /** Forbidden to look at: nothing is said of it. */
  public static Keys hidden() {
    return new Keys(false, true, Set.of());
  }
}
