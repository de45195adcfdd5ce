package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Arns;
import dev.longshore.ecs.taskdefinition.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what people have: requests, described output, CloudFormation's spelling, and our own custom
 * resources.
 */
public final class Documents {
  static final String API_VERSION = "ecs.longshore.dev/v1";

  private Documents() {}

  /** Every document of the file, at least one; {@link UnreadableDocument} otherwise. */
  public static List<Document> read(Path file) {
    List<Document> documents = new ArrayList<>();
    List<JsonNode> values = new Source(file).values();
    for (JsonNode value : values) {
      if (values.size() > 1 && isForeign(value)) {
        continue;
      }
      Spelling spelling = new Spelling();
      unwrapped(spelling.ofEcs(value)).stream()
          .map(it -> document(file, it).warned(spelling.warnings()))
          .forEach(documents::add);
    }
    if (documents.isEmpty()) {
      throw new UnreadableDocument(file + ": holds no document.");
    }
    return documents;
  }

  /** Kubernetes' own objects may stand beside ours in one file; kubectl applies those. */
  private static boolean isForeign(JsonNode value) {
    return value.has("kind") && !value.path("apiVersion").asText().equals(API_VERSION);
  }

  private static List<JsonNode> unwrapped(JsonNode value) {
    if (value.path("taskDefinition") instanceof ObjectNode definition) {
      // DescribeTaskDefinition gives the tags beside the definition
      return List.of(
          value.has("tags") && !definition.has("tags")
              ? definition.deepCopy().<ObjectNode>set("tags", value.get("tags"))
              : definition);
    }
    if (value.path("service").isObject()) {
      return List.of(value.get("service"));
    }
    List<JsonNode> services = new ArrayList<>();
    value.path("services").forEach(services::add);
    return services.isEmpty() ? List.of(value) : services;
  }

  private static Document document(Path file, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw new UnreadableDocument(
          file + ": a JSON object was expected, not " + value.getNodeType() + ".");
    }
    if (object.has("apiVersion") && object.has("kind")) {
      return customResource(file, object);
    }
    DocumentKind kind =
        DocumentKind.ofMembers(object)
            .orElseThrow(
                () ->
                    new UnreadableDocument(
                        file
                            + ": neither a task definition (no containerDefinitions) nor a service"
                            + " (no serviceName, and no taskDefinition with desiredCount)."));
    return made(file, kind, object, "");
  }

  private static Document customResource(Path file, ObjectNode object) {
    String version = object.path("apiVersion").asText();
    String word = object.path("kind").asText();
    DocumentKind kind =
        DocumentKind.ofCustomResource(word)
            .filter(it -> version.equals(API_VERSION))
            .orElseThrow(
                () ->
                    new UnreadableDocument(
                        "%s: %s %s is not read; %s TaskDefinition, Service, Cluster and CapacityProvider are."
                            .formatted(file, version, word, API_VERSION)));
    if (!(object.path("spec") instanceof ObjectNode spec)) {
      throw new UnreadableDocument(file + ": " + word + " without a spec.");
    }
    String name = object.at("/metadata/name").asText();
    if (!spec.has(kind.nameMember()) && !name.isEmpty()) {
      spec.put(kind.nameMember(), name);
    }
    return made(file, kind, spec, name);
  }

  private static Document made(Path file, DocumentKind kind, ObjectNode spec, String name) {
    boolean update = kind == DocumentKind.SERVICE && named(spec);
    // the normaliser names what it does not know itself
    List<Warning> warnings =
        kind == DocumentKind.TASK_DEFINITION ? List.of() : KnownMembers.keep(spec, kind.spec());
    return new Document(file.toString(), kind, update, spec, name, warnings);
  }

  /** Whether UpdateService's {@code service} named the service; it is {@code serviceName} then. */
  private static boolean named(ObjectNode spec) {
    if (!spec.path(DocumentKind.UPDATED).isTextual() || spec.has("serviceName")) {
      return false;
    }
    String reference = spec.remove(DocumentKind.UPDATED).asText();
    spec.put("serviceName", Arns.name(reference, "service"));
    return true;
  }
}
