package dev.longshore.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One service with all that stands for it, for a person who wonders what happens. */
@Command(
    name = "tree",
    description = "Show a service, its deployments and tasks, and what surrounds them.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class TreeCommand implements Runnable {
  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Override
  public void run() {
    try (where) {
      Branch tree = ServiceTree.of(ServiceView.read(EcsObjects.in(where), service));
      printer.print(
          tree, tree.lines(Terminal.attached() ? Branch.Strokes.UNICODE : Branch.Strokes.ASCII));
    }
  }
}
