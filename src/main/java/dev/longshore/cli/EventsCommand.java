package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** ECS API member {@code Service.events}: the newest 100, newest first. */
@Command(
    name = "events",
    description = "List a service's events, newest first.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class EventsCommand implements Runnable {
  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Override
  public void run() {
    try (where) {
      List<ServiceEvent> events = events(EcsObjects.in(where).service(service));
      printer.print(Map.of("events", events), table(events).lines());
    }
  }

  static List<ServiceEvent> events(Service service) {
    return service.getStatus() == null ? List.of() : service.getStatus().events();
  }

  static Table table(List<ServiceEvent> events) {
    return new Table(
        List.of("createdAt", "message"),
        events.stream()
            .map(it -> List.of(Cells.of(it.createdAt()), Cells.of(it.message())))
            .toList());
  }
}
