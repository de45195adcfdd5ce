package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers as DescribeServices does, for one service. */
@Command(
    name = "service",
    description = "Describe a service: counts, deployments and newest events.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ServiceCommand implements Runnable {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (where) {
      Service found = EcsObjects.in(where).service(service);
      printer.print(ServiceDescription.response(found), ServiceDescription.lines(found));
    }
  }
}
