package dev.longshore.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A Kubernetes cluster for whoever has none: one noun, five verbs. */
@Command(
    name = "cluster",
    description = "Start, inspect and remove a Kubernetes cluster on this machine.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:not done", "2:not a command line of this verb"},
    subcommands = {
      ClusterUpCommand.class,
      ClusterDownCommand.class,
      ClusterStatusCommand.class,
      ClusterLoadCommand.class,
      ClusterKubeconfigCommand.class
    })
public final class ClusterCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "cluster: name one of up, down, status, load, kubeconfig");
  }
}
