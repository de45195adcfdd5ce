package dev.longshore.cli;

import java.util.Map;

/** What the reader of our output can show. */
final class Terminal {
  private Terminal() {}

  /** Whether a person looks at the output, rather than a file or another program. */
  static boolean attached() {
    return System.console() != null && System.console().isTerminal();
  }

  /** Colours: only on a terminal that knows them, and never against {@code NO_COLOR}. */
  static boolean colours(Map<String, String> environment) {
    return attached() && allowed(environment);
  }

  static boolean allowed(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
