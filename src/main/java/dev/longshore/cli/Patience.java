package dev.longshore.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a verb waits for what {@code --wait} is asked to wait for. */
final class Patience {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = Durations.class,
      description = "How long --wait waits, such as 90s or 5m. (${DEFAULT-VALUE})")
  Duration timeout = Duration.ofMinutes(5);
}
