package dev.longshore.cli;

import dev.longshore.localcluster.LocalCluster;
import picocli.CommandLine.Command;

/**
 * Prints a path and nothing else, for {@code export KUBECONFIG=$(longshore cluster kubeconfig)}.
 */
@Command(
    name = "kubeconfig",
    description = "Print the path of the administrator's kubeconfig.",
    mixinStandardHelpOptions = true)
final class ClusterKubeconfigCommand extends ClusterVerb {
  @Override
  int run() {
    print(new LocalCluster(location.options(), this::progress).kubeconfig().toString());
    return 0;
  }
}
