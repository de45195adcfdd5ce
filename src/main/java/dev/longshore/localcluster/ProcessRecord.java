package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Identifies one process of ours for good: process ids are reused, an id with its start time is
 * not.
 *
 * @param startTicks field 22 of {@code /proc/PID/stat}
 */
record ProcessRecord(long pid, long startTicks) {
  // Fields after the command name, which is in parentheses and may itself hold blanks.
  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  /** The first line of {@code /proc/PID/stat}, as the launching shell saved it. */
  static Optional<ProcessRecord> parse(String stat) {
    int end = stat.lastIndexOf(')');
    if (end < 0) {
      return Optional.empty();
    }
    List<String> fields = List.of(stat.substring(end + 1).strip().split(" "));
    if (fields.size() <= START_TICKS) {
      return Optional.empty();
    }
    long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
    return Optional.of(new ProcessRecord(pid, Long.parseLong(fields.get(START_TICKS))));
  }

  static Optional<ProcessRecord> read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Ours and running: same start time, not a zombie, and the command line names the cluster. */
  boolean alive(Path clusterRoot) {
    try {
      Path proc = Path.of("/proc", "" + pid);
      String stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
      String command = commandLine(pid);
      return parse(stat).equals(Optional.of(this))
          && !zombie(stat)
          && command.contains(clusterRoot.toString());
    } catch (IOException gone) {
      return false;
    }
  }

  /** Arguments separated by NUL; empty when the process is gone. */
  static String commandLine(long pid) {
    try {
      Path file = Path.of("/proc", "" + pid, "cmdline");
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private static boolean zombie(String stat) {
    String fields = stat.substring(stat.lastIndexOf(')') + 1).strip();
    return fields.charAt(STATE) == 'Z';
  }
}
