package dev.longshore.localcluster;

import java.time.Duration;
import java.util.List;

/** Containers and their shims outlive containerd; whoever removes a node must end them too. */
record Leftovers(ClusterDirectory directory, Cgroups cgroups) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  void end() {
    // Shims first: they would report, not restart, but a new child could slip through.
    Waiting.until(
        LIMIT,
        () -> {
          List<ProcessHandle> ours = ProcessHandle.allProcesses().filter(this::ours).toList();
          ours.forEach(ProcessHandle::destroyForcibly);
          return ours.isEmpty();
        });
  }

  private boolean ours(ProcessHandle process) {
    return cgroups.holds(process) || shim(process);
  }

  /** A shim is told the socket of its containerd, which lies in the cluster's directory. */
  private boolean shim(ProcessHandle process) {
    String command = ProcessRecord.commandLine(process.pid());
    return command.contains("containerd-shim") && command.contains(directory.root() + "/");
  }
}
