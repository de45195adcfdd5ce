package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the machine's own commands to their end and gives back what they said. */
final class Shell {
  private Shell() {}

  /** Exit code and everything written, both streams in order. */
  record Outcome(int exitCode, String output) {
    boolean ok() {
      return exitCode == 0;
    }
  }

  static Outcome run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      return new Outcome(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalClusterException("Interrupted while running " + command.getFirst(), e);
    }
  }

  static String require(List<String> command) {
    Outcome outcome = run(command);
    if (!outcome.ok()) {
      throw new LocalClusterException(
          String.join(" ", command) + " failed: " + outcome.output().strip());
    }
    return outcome.output();
  }

  /** Where a command lies, searched as the shell does. */
  static Optional<Path> find(String command) {
    Outcome outcome = run(List.of("sh", "-c", "command -v \"$0\"", command));
    return outcome.ok()
        ? Optional.of(Path.of(outcome.output().strip())).filter(Files::isExecutable)
        : Optional.empty();
  }
}
