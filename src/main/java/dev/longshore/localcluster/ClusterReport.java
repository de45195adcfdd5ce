package dev.longshore.localcluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a local cluster right now.
 *
 * @param engine absent when there is no cluster in the directory
 * @param parts one line a process or container
 */
public record ClusterReport(
    Path directory,
    Optional<EngineKind> engine,
    boolean running,
    Path kubeconfig,
    List<String> parts) {
  public ClusterReport {
    parts = List.copyOf(parts);
  }

  static ClusterReport absent(Path directory) {
    return new ClusterReport(
        directory, Optional.empty(), false, directory.resolve("kubeconfig"), List.of());
  }
}
