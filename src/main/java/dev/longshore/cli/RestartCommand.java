package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** UpdateService with {@code forceNewDeployment} and nothing else. */
@Command(
    name = "restart",
    description = "Replace a service's tasks though nothing changed.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the deployment has begun, or with --wait COMPLETED",
      "1:refused, not found, or FAILED",
      "2:not a command line of this verb",
      "3:not in time, or unreachable"
    })
public final class RestartCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Mixin Rollout rollout = new Rollout();
  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      EcsObjects objects = EcsObjects.in(connection);
      Service found = objects.service(service);
      RolledBack.refuse(found, objects);
      String name = found.getMetadata().getName();
      ServicePatch patch = ServicePatch.of();
      patch.force();
      return rollout.follow(
          Rollout.Change.of(name, () -> patch.send(name, connection)), connection, printer);
    }
  }
}
