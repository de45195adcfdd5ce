package dev.longshore.cli;

import dev.longshore.localcluster.ClusterReport;
import dev.longshore.localcluster.LocalCluster;
import picocli.CommandLine.Command;

/** Also right after a crash of {@code up}: it goes by what was recorded, not by what should be. */
@Command(
    name = "down",
    description = "Stop the local cluster and delete everything that it kept.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is left",
      "1:it could not be removed",
      "2:not a command line of this verb"
    })
final class ClusterDownCommand extends ClusterVerb {
  @Override
  int run() {
    LocalCluster cluster = new LocalCluster(location.options(), this::progress);
    ClusterReport before = cluster.status();
    cluster.down();
    print((before.engine().isPresent() ? "Removed: " : "No cluster in ") + before.directory());
    return 0;
  }
}
