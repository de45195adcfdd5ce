package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentActionType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** StopServiceDeployment as its users mean it most: back to what worked. */
@Command(
    name = "rollback",
    description = "End the deployment in progress and bring the last completed one back.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:asked for, or with --wait done",
      "1:refused, not found, or nothing in progress",
      "2:not a command line of this verb",
      "3:not in time, or unreachable"
    })
public final class RollbackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Mixin DeploymentStop stop = new DeploymentStop();
  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      return stop.send(service, DeploymentActionType.ROLLBACK, connection, printer);
    }
  }
}
