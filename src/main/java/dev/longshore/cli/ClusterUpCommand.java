package dev.longshore.cli;

import dev.longshore.localcluster.ClusterOptions;
import dev.longshore.localcluster.ClusterReport;
import dev.longshore.localcluster.LocalCluster;
import dev.longshore.localcluster.NodeKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Returns only when the cluster can be used. */
@Command(
    name = "up",
    description = "Start the local cluster, or say that it runs.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the cluster runs",
      "1:it could not be started",
      "2:not a command line of this verb"
    })
final class ClusterUpCommand extends ClusterVerb {
  @Option(
      names = "--nodes",
      paramLabel = "KIND",
      description =
          "kwok: simulated nodes, any user. containerd: one real node, needs root. (kwok)",
      defaultValue = "KWOK")
  NodeKind nodes = NodeKind.KWOK;

  @Option(
      names = "--node-count",
      paramLabel = "N",
      description = "How many simulated nodes; every second one is spot capacity. (4)",
      defaultValue = "4")
  int nodeCount = 4;

  @Option(names = "--audit", description = "Log every request to logs/audit.log.")
  boolean audit;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Use the cluster of this file instead of starting one.")
  @Nullable Path kubeconfig;

  @Override
  int run() {
    var options = new ClusterOptions(location.directory, location.cache, nodes, nodeCount, audit);
    LocalCluster cluster = new LocalCluster(options, this::progress);
    boolean before = kubeconfig == null && cluster.status().running();
    ClusterReport report = kubeconfig == null ? cluster.up() : cluster.use(kubeconfig);
    print((before ? "Already running: " : "Running: ") + report.directory());
    print("export KUBECONFIG=" + report.kubeconfig());
    return 0;
  }
}
