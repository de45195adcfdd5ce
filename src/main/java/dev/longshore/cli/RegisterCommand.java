package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionStatus;
import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** RegisterTaskDefinition: refused before a cluster is asked, answered with the revision. */
@Command(
    name = "register",
    description = "Register task definitions and print their revisions.",
    mixinStandardHelpOptions = true)
public final class RegisterCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON, or YAML by its suffix.")
  List<Path> files = List.of();

  @Mixin final Connection connection = new Connection();
  @Mixin Printer printer = new Printer();

  @Override
  public Integer call() {
    List<Document> documents =
        files.stream()
            .flatMap(it -> DocumentFiles.read(it, DocumentKind.TASK_DEFINITION).stream())
            .toList();
    List<Conversion> conversions = documents.stream().map(Converter::convert).toList();
    List<Conversion> refused = conversions.stream().filter(it -> !it.accepted()).toList();
    if (!refused.isEmpty()) {
      refused.forEach(it -> it.lines().forEach(printer::note));
      return Refusal.REFUSED;
    }
    try (connection) {
      for (int i = 0; i < documents.size(); i++) {
        register(documents.get(i), conversions.get(i));
      }
    }
    return 0;
  }

  private void register(Document document, Conversion conversion) {
    conversion
        .warnings()
        .forEach(it -> printer.note("warning: " + it.path() + ": " + it.message()));
    ObjectNode resource = document.customResource((ObjectNode) conversion.revision());
    var applied = new Applied(connection.client(), connection.namespace()).apply(resource);
    TaskDefinitionStatus status =
        Polling.until(PATIENCE, () -> judged(applied))
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.UNREACHABLE,
                        "%s was stored, but no operator registered it within %d s; is one running in this cluster?"
                            .formatted(document.name(), PATIENCE.toSeconds())));
    Stream.ofNullable(status.conditions())
        .flatMap(List::stream)
        .filter(it -> it.getType().equals("Ready") && it.getStatus().equals("False"))
        .findFirst()
        .ifPresent(
            it -> {
              throw new Refusal(Refusal.REFUSED, document.file() + ": " + it.getMessage());
            });
    String revision = document.name() + ":" + status.latestRevision();
    ObjectNode result = Mappers.json().createObjectNode().put("taskDefinition", revision);
    result.put("taskDefinitionArn", status.taskDefinitionArn());
    result.set("fidelity", conversion.json().get("fidelity"));
    printer.print(result, List.of(revision + "  (" + Cells.of(conversion.summary()) + ")"));
  }

  private Optional<TaskDefinitionStatus> judged(GenericKubernetesResource applied) {
    TaskDefinition stored =
        connection
            .client()
            .resources(TaskDefinition.class)
            .inNamespace(connection.namespace())
            .withName(applied.getMetadata().getName())
            .get();
    return Optional.ofNullable(stored)
        .map(TaskDefinition::getStatus)
        .filter(
            it -> Objects.equals(it.observedGeneration(), applied.getMetadata().getGeneration()));
  }
}
