package dev.longshore.cli;

import dev.longshore.localcluster.ClusterReport;
import dev.longshore.localcluster.LocalCluster;
import picocli.CommandLine.Command;

/** Exit code 0 only when the cluster runs, so that scripts can ask. */
@Command(
    name = "status",
    description = "Say whether the local cluster runs, part by part; exit code 1 when it does not.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it runs", "1:it does not", "2:not a command line of this verb"})
final class ClusterStatusCommand extends ClusterVerb {
  @Override
  int run() {
    ClusterReport report = new LocalCluster(location.options(), this::progress).status();
    if (report.engine().isEmpty()) {
      print("No cluster in " + report.directory() + "; start one with `longshore cluster up`");
      return 1;
    }
    print((report.running() ? "Running: " : "Stopped: ") + report.directory());
    report.parts().forEach(part -> print("  " + part));
    return report.running() ? 0 : 1;
  }
}
