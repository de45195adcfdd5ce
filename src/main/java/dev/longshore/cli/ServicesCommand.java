package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers as DescribeServices does for every service of the cluster. */
@Command(
    name = "services",
    description = "List the services and how far their rollouts are.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ServicesCommand implements Runnable {
  private static final List<String> HEADINGS =
      List.of(
          "serviceName",
          "status",
          "desiredCount",
          "runningCount",
          "pendingCount",
          "taskDefinition",
          "rolloutState");

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (where) {
      List<Service> services = EcsObjects.in(where).services();
      printer.print(
          Map.of("services", services.stream().map(ServiceDescription::json).toList()),
          table(services).lines());
    }
  }

  static Table table(List<Service> services) {
    return new Table(HEADINGS, services.stream().map(ServicesCommand::row).toList());
  }

  private static List<String> row(Service service) {
    ServiceStatus status = service.getStatus();
    Integer wanted = service.getSpec().desiredCount();
    return status == null
        ? List.of(EcsObjects.name(service), "-", Cells.of(wanted), "-", "-", "-", "-")
        : List.of(
            EcsObjects.name(service),
            Cells.of(status.status()),
            Cells.count(status.desiredCount()),
            Cells.count(status.runningCount()),
            Cells.count(status.pendingCount()),
            Cells.of(status.taskDefinition()),
            Cells.of(rolloutState(status)));
  }

  private static @Nullable String rolloutState(ServiceStatus status) {
    return status.deployments().stream()
        .findFirst()
        .map(DeploymentStatus::rolloutState)
        .orElse(null);
  }
}
