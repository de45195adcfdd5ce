package dev.longshore.cli;

import dev.longshore.localcluster.LocalCluster;
import picocli.CommandLine.Command;

/**
 * Prints a path and nothing else, for {@code export KUBECONFIG=$(longshore cluster kubeconfig)}.
 */
@Command(
    name = "kubeconfig",
    description = "Print the path of the administrator's kubeconfig.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the path was printed",
      "1:there is no cluster",
      "2:not a command line of this verb"
    })
final class ClusterKubeconfigCommand extends ClusterVerb {
  @Override
  int run() {
    print(new LocalCluster(location.options(), this::progress).kubeconfig().toString());
    return 0;
  }
}
