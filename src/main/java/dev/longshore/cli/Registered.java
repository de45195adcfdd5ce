package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionStatus;
import dev.longshore.cli.documents.Document;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.RevisionState;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The operator's answer to one RegisterTaskDefinition: the revision that holds the document. */
record Registered(String name, ObjectNode json, List<String> lines) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  Registered {
    lines = List.copyOf(lines);
  }

  /** Stores the document and waits for its revision; {@link Refusal} when there is none. */
  static Registered send(Document document, Conversion conversion, Connection connection) {
    ObjectNode resource = document.customResource((ObjectNode) conversion.revision());
    var applied = Applied.in(connection).apply(resource);
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
    refuseInactive(revision, EcsObjects.in(connection));
    ObjectNode result = Mappers.json().createObjectNode().put("taskDefinition", revision);
    result.put("taskDefinitionArn", status.taskDefinitionArn());
    result.set("fidelity", conversion.fidelityJson());
    return new Registered(revision, result, conversion.told(revision));
  }

  /**
   * An object says what is, so the same content is no second registration, as it is in ECS. What is
   * being deleted is registered anew, as soon as the operator has seen that.
   */
  private static void refuseInactive(String revision, EcsObjects objects) {
    objects.revisions().stream()
        .filter(it -> Revisions.name(it).equals(revision) && !Revisions.active(it))
        .findFirst()
        .ifPresent(
            it -> {
              throw new Refusal(
                  Refusal.REFUSED,
                  RevisionState.of(it) == RevisionState.DELETE_IN_PROGRESS
                      ? "%s holds exactly this and is DELETE_IN_PROGRESS; try again in a moment."
                          .formatted(revision)
                      : "%s holds exactly this and is INACTIVE; change the document to register another, or set spec.kubernetes.desiredStatus of TaskDefinitionRevision/%s to ACTIVE."
                          .formatted(revision, it.getMetadata().getName()));
            });
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
