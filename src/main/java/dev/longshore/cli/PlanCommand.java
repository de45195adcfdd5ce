package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.service.ServiceRemarks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a deploy would change, judged by the API server itself, which stores nothing. */
@Command(
    name = "plan",
    description =
        "Show what deploy would change, how many tasks it would replace and whether they fit.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed; deploy would be accepted",
      "1:deploy would be refused, with what stops it",
      "2:unreadable",
      "3:no cluster reached"
    })
public final class PlanCommand implements Callable<Integer> {
  private static final String COUNT = "desiredCount";

  @Parameters(paramLabel = "FILE", description = "Service document; - for standard input.")
  Path file = Path.of("");

  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    List<Document> documents = DocumentFiles.read(file, DocumentKind.SERVICE);
    try (connection) {
      List<Plan> plans =
          documents.stream().map(it -> plan(ServiceRequest.of(it, printer))).toList();
      printer.print(
          Map.of("services", plans.stream().map(Plan::json).toList()),
          plans.stream().flatMap(Plan::lines).toList());
      boolean free = plans.stream().allMatch(it -> it.planned().obstacle().isEmpty());
      return free ? 0 : Refusal.REFUSED;
    }
  }

  private Plan plan(ServiceRequest request) {
    EcsObjects objects = EcsObjects.in(connection);
    Resolution<ServiceRequest> resolved = request.in(objects);
    ServiceRequest here = resolved.found().orElse(request);
    Optional<Service> live =
        objects.services().stream()
            .filter(it -> it.getMetadata().getName().equals(here.name()))
            .findFirst();
    live.ifPresent(it -> keepCount(here.resource(), it));
    Service stored = here.dryRun(connection);
    // the count that is there decides whether a roll-out stalls
    ServiceRemarks.of(stored.getSpec()).stream()
        .filter(it -> !request.conversion().warnings().contains(it))
        .forEach(it -> printer.warn(it.path(), it.message()));
    List<Problem> problems =
        resolved.found().isPresent()
            ? new ClientCatalog(objects).problems(stored)
            : resolved.problems();
    PlannedService planned =
        PlannedService.of(live, stored, objects.revisions())
            .stoppedBy(problems.stream().findFirst().map(Problem::message).orElse(""));
    Optional<Fit> fit =
        planned.tasksToStart() == 0
            ? Optional.empty()
            : new FitQuestion(objects).of(stored, live, planned.newDeployment());
    return new Plan(fit.map(planned::with).orElse(planned), request.conversion());
  }

  /** What would change, beside what becomes of the document's members. */
  private record Plan(PlannedService planned, Conversion conversion) {
    ObjectNode json() {
      ObjectNode json = Mappers.json().valueToTree(planned);
      return json.set("fidelity", conversion.fidelityJson());
    }

    Stream<String> lines() {
      return Stream.concat(
          planned.lines().stream(), conversion.told("  fidelity of the document").stream());
    }
  }

  /** As {@link DesiredCount} would leave it, but without a write. */
  private static void keepCount(ObjectNode resource, Service live) {
    Integer count = live.getSpec().desiredCount();
    ObjectNode spec = resource.withObject("/spec");
    boolean scaled =
        ScaleCommand.scaling(live).isPresent()
            || !spec.at("/kubernetes/autoScaling/scalingPolicies").isEmpty();
    if (count != null && (scaled || !spec.has(COUNT))) {
      spec.put(COUNT, count);
    }
  }
}
