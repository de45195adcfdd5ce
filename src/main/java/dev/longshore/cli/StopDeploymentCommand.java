package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentActionType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** StopServiceDeployment with both of its stop types. */
@Command(
    name = "stop-deployment",
    description = "End the deployment in progress; the last completed one comes back.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:asked for, or with --wait done",
      "1:refused, not found, or nothing in progress",
      "2:not a command line of this verb",
      "3:not in time, or unreachable"
    })
public final class StopDeploymentCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Option(names = "--abort", description = "Leave all as it is: start no further task.")
  boolean abort;

  @Mixin DeploymentStop stop = new DeploymentStop();
  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      return stop.send(
          service,
          abort ? DeploymentActionType.ABORT : DeploymentActionType.ROLLBACK,
          connection,
          printer);
    }
  }
}
