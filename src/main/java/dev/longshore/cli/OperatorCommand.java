package dev.longshore.cli;

import dev.longshore.operator.OperatorApp;
import dev.longshore.operator.OperatorConfig;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The operator as a verb; an option overrides the variable that the chart would set. */
@Command(
    name = "operator",
    description = "Run the operator until it is told to end; LONGSHORE_* variables configure it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:told to end",
      "1:refused, or ended by itself",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class OperatorCommand implements Callable<Integer> {
  @Mixin final Kubeconfig kubeconfig = new Kubeconfig();

  @Option(
      names = "--namespaces",
      paramLabel = "NAMES",
      description = "Namespaces to serve, with commas between; all by default.")
  @Nullable String namespaces;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of health and metrics; 0 for any free one, 8080 by default.")
  @Nullable String port;

  @Option(
      names = "--no-leader-election",
      description = "Work without waiting to be elected, whatever the environment says.")
  boolean alone;

  @Override
  public Integer call() {
    try {
      return OperatorApp.run(config(OperatorConfig.environment()), kubeconfig.load());
    } catch (UncheckedIOException e) {
      throw new Refusal(Refusal.REFUSED, e.getMessage() + " --port names another.");
    }
  }

  OperatorConfig config(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    if (namespaces != null) {
      settings.put("LONGSHORE_NAMESPACES", namespaces);
    }
    if (port != null) {
      settings.put("LONGSHORE_PORT", port);
    }
    if (alone) {
      settings.remove("LONGSHORE_LEADER_ELECTION");
    }
    try {
      return OperatorConfig.of(settings);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.REFUSED, String.valueOf(e.getMessage()));
    }
  }
}
