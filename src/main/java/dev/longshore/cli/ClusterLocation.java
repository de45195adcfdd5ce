package dev.longshore.cli;

import dev.longshore.localcluster.ClusterOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which of this machine's clusters a verb is about. */
final class ClusterLocation {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Directory of the cluster; two directories are two clusters. (${DEFAULT-VALUE})",
      defaultValue = "${env:LONGSHORE_HOME:-${sys:user.home}/.longshore}/cluster")
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where built programs are kept. (${DEFAULT-VALUE})",
      defaultValue = "${env:XDG_CACHE_HOME:-${sys:user.home}/.cache}/longshore")
  @SuppressWarnings("NullAway.Init")
  Path cache;

  ClusterOptions options() {
    return ClusterOptions.in(directory, cache);
  }
}
