package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.core.Mappers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a deploy would change, judged by the API server itself, which stores nothing. */
@Command(
    name = "plan",
    description = "Show what deploy would change and how many tasks it would replace.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed; deploy would be accepted",
      "1:deploy would be refused, or would start no task",
      "2:unreadable",
      "3:no cluster reached"
    })
public final class PlanCommand implements Callable<Integer> {
  private static final String COUNT = "desiredCount";

  @Parameters(paramLabel = "FILE", description = "Service document.")
  Path file = Path.of("");

  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    List<Document> documents = DocumentFiles.read(file, DocumentKind.SERVICE);
    try (connection) {
      List<PlannedService> plans = documents.stream().map(this::plan).toList();
      printer.print(
          Map.of("services", plans), plans.stream().flatMap(it -> it.lines().stream()).toList());
      return plans.stream().allMatch(it -> it.obstacle().isEmpty()) ? 0 : Refusal.REFUSED;
    }
  }

  private PlannedService plan(Document document) {
    ObjectNode resource = DeployCommand.request(document, printer);
    EcsObjects objects = EcsObjects.in(connection);
    Optional<Service> live =
        objects.services().stream()
            .filter(it -> it.getMetadata().getName().equals(resource.at("/metadata/name").asText()))
            .findFirst();
    live.ifPresent(it -> keepCount(resource, it));
    JsonNode stored =
        Mappers.json()
            .valueToTree(new Applied(connection.client(), connection.namespace()).dryRun(resource));
    return PlannedService.of(
        live, Mappers.json().convertValue(stored, Service.class), objects.revisions());
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
