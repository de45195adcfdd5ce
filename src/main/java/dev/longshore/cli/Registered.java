package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionStatus;
import dev.longshore.cli.documents.Document;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The operator's answer to one RegisterTaskDefinition: the revision that holds the document. */
record Registered(String name, ObjectNode json, String line) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Stores the document and waits for its revision; {@link Refusal} when there is none. */
  static Registered send(Document document, Conversion conversion, Connection connection) {
    ObjectNode resource = document.customResource((ObjectNode) conversion.revision());
    var applied = new Applied(connection.client(), connection.namespace()).apply(resource);
    TaskDefinitionStatus status =
        Polling.until(PATIENCE, () -> judged(applied, connection))
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.UNREACHABLE,
                        "%s was stored, but no operator registered it within %d s; is one running in this cluster?"
                            .formatted(document.name(), PATIENCE.toSeconds())));
    refuse(document, status);
    String revision = document.name() + ":" + status.latestRevision();
    ObjectNode result = Mappers.json().createObjectNode().put("taskDefinition", revision);
    result.put("taskDefinitionArn", status.taskDefinitionArn());
    result.set("fidelity", conversion.json().get("fidelity"));
    return new Registered(
        revision, result, revision + "  (" + Cells.of(conversion.summary()) + ")");
  }

  private static void refuse(Document document, TaskDefinitionStatus status) {
    Stream.ofNullable(status.conditions())
        .flatMap(it -> it.stream())
        .filter(it -> it.getType().equals("Ready") && it.getStatus().equals("False"))
        .findFirst()
        .ifPresent(
            it -> {
              throw new Refusal(Refusal.REFUSED, document.file() + ": " + it.getMessage());
            });
  }

  private static Optional<TaskDefinitionStatus> judged(
      GenericKubernetesResource applied, Connection connection) {
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
