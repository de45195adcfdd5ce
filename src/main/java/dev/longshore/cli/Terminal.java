package dev.longshore.cli;

/** What the reader of our output can show. */
final class Terminal {
  /** Characters that fit into a line of nearly every terminal. */
  static final int WIDTH = 80;

  private Terminal() {}

  /** Whether a person looks at the output, rather than a file or another program. */
  static boolean attached() {
    return System.console() != null && System.console().isTerminal();
  }
}
