package dev.longshore.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.cli.documents.Document;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.Fields;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import dev.longshore.ecs.taskdefinition.Registration;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.List;
import java.util.stream.Stream;

/** Judges a document without a cluster, by the code that the operator runs. */
final class Converter {
  private Converter() {}

  static Conversion convert(Document document) {
    return switch (document.kind()) {
      case TASK_DEFINITION -> taskDefinition(document);
      case SERVICE -> other(document, Fields.service());
      case CLUSTER -> other(document, Fields.cluster());
      case CAPACITY_PROVIDER -> other(document, Fields.capacityProvider());
    };
  }

  private static Conversion taskDefinition(Document document) {
    Registration registration = Registration.examine(document.spec());
    ObjectNode stored = registration.normalized().definition();
    List<Warning> warnings =
        Stream.concat(document.warnings().stream(), registration.normalized().warnings().stream())
            .toList();
    return new Conversion(
        document.file(),
        registration.errors(),
        warnings,
        stored,
        registration.fidelity(),
        registration.accepted()
            ? List.of(document.customResource(stored), podTemplate(document, stored))
            : List.of());
  }

  private static JsonNode podTemplate(Document document, ObjectNode stored) {
    ObjectNode preview = Mappers.json().createObjectNode();
    preview.put("apiVersion", "v1").put("kind", "PodTemplate");
    preview.putObject("metadata").put("name", Names.dnsLabel(document.name()));
    try {
      var spec = Mappers.json().treeToValue(stored, TaskDefinitionSpec.class);
      var template = PodTemplates.render(PodInputs.of(spec));
      return preview.set("template", Mappers.json().valueToTree(template));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an accepted definition that is no TaskDefinitionSpec", e);
    }
  }

  private static Conversion other(Document document, Fidelity fields) {
    Request request = Request.of(document);
    return new Conversion(
        document.file(),
        request.errors(),
        Stream.concat(document.warnings().stream(), request.remarks().stream()).toList(),
        request.spec(),
        fields.report(document.spec()),
        request.errors().isEmpty() ? List.of(document.customResource(request.spec())) : List.of());
  }
}
