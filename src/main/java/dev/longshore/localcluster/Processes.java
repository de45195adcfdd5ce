package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts components so that they outlive us, and ends exactly those that were recorded. */
final class Processes {
  private static final Duration GRACE = Duration.ofSeconds(5);
  // The shell saves its own identity and then becomes the component: no process without a record.
  private static final String RECORD_THEN_RUN = "cat /proc/$$/stat > \"$0\" && exec \"$@\"";

  private final ClusterDirectory directory;

  Processes(ClusterDirectory directory) {
    this.directory = directory;
  }

  void start(Component component) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setsid", "sh", "-c", RECORD_THEN_RUN));
    command.add(directory.record(component.name()).toString());
    command.addAll(component.command());
    try {
      Files.deleteIfExists(directory.record(component.name()));
      new ProcessBuilder(command)
          .directory(directory.root().toFile())
          .redirectInput(Path.of("/dev/null").toFile())
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(directory.log(component.name()).toFile()))
          .start();
    } catch (IOException e) {
      throw new LocalClusterException(
          "Cannot start " + component.name() + ": " + e.getMessage(), e);
    }
  }

  boolean alive(String name) {
    return record(name).isPresent();
  }

  /** Of a component that runs. */
  long pid(String name) {
    return record(name).orElseThrow(() -> new LocalClusterException(name + " does not run")).pid();
  }

  void stop(String name) {
    record(name).ifPresent(this::end);
    try {
      Files.deleteIfExists(directory.record(name));
    } catch (IOException e) {
      throw new LocalClusterException("Cannot remove the record of " + name, e);
    }
  }

  private Optional<ProcessRecord> record(String name) {
    return ProcessRecord.read(directory.record(name))
        .filter(record -> record.alive(directory.root()));
  }

  private void end(ProcessRecord record) {
    ProcessHandle.of(record.pid()).ifPresent(ProcessHandle::destroy);
    if (!Waiting.until(GRACE, () -> !record.alive(directory.root()))) {
      ProcessHandle.of(record.pid()).ifPresent(ProcessHandle::destroyForcibly);
      Waiting.until(GRACE, () -> !record.alive(directory.root()));
    }
  }
}
