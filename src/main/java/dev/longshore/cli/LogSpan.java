package dev.longshore.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a container's log is asked for. */
final class LogSpan {
  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the containers end.")
  boolean follow;

  @Nullable Integer tail;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Option(names = "--tail", paramLabel = "LINES", description = "Only the last lines, 0 or more.")
  void tail(int lines) {
    if (lines < 0) {
      throw new ParameterException(
          spec.commandLine(), "--tail: %d is no number of lines; give 0 or more.".formatted(lines));
    }
    tail = lines;
  }

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
