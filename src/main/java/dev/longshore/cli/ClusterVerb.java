package dev.longshore.cli;

import dev.longshore.localcluster.LocalClusterException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the verbs of {@code cluster} share: where the cluster is, and how a failure is told. */
abstract class ClusterVerb implements Callable<Integer> {
  @Mixin ClusterLocation location = new ClusterLocation();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  abstract int run();

  @Override
  public final Integer call() {
    try {
      return run();
    } catch (LocalClusterException | UncheckedIOException e) {
      progress(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  final void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** On the error stream: the output of {@code kubeconfig} is for programs. */
  final void progress(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
