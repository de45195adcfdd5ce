package dev.longshore.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a container's log is asked for. */
final class LogSpan {
  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the containers end.")
  boolean follow;

  @Option(names = "--tail", paramLabel = "LINES", description = "Only the last lines.")
  @Nullable Integer tail;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Only what is younger, such as 90s or 5m.")
  @Nullable Duration since;

  @Option(
      names = "--previous",
      description = "What each container wrote before it was started again.")
  boolean previous;

  /** Whole seconds, and at least one. */
  @Nullable Integer sinceSeconds() {
    return since == null ? null : Math.toIntExact(Math.max(1, since.toSeconds()));
  }

  /** Everything, until the container ends. */
  static LogSpan following() {
    LogSpan all = new LogSpan();
    all.follow = true;
    return all;
  }
}
