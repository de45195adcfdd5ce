package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.List;
import java.util.stream.Stream;

/**
 * One ECS request read from a file.
 *
 * @param file as the user named it
 * @param spec the request in ECS's spelling, without a wrapper
 * @param update whether it is UpdateService's, which leaves what it does not name as it is
 * @param objectName name of the custom resource, or empty when only ECS's name is known
 * @param warnings members that the ECS API does not have
 */
public record Document(
    String file,
    DocumentKind kind,
    boolean update,
    ObjectNode spec,
    String objectName,
    List<Warning> warnings) {
  public Document {
    warnings = List.copyOf(warnings);
  }

  /** The same document with remarks before its own. */
  Document warned(List<Warning> before) {
    List<Warning> all = Stream.concat(before.stream(), warnings.stream()).toList();
    return new Document(file, kind, update, spec, objectName, all);
  }

  /** The same task definition registered as another family, as a request of its own. */
  public Document inFamily(String family) {
    return new Document(file, kind, update, spec.deepCopy().put("family", family), "", warnings);
  }

  /** The name in ECS; empty when the document has none. */
  public String name() {
    return spec.path(kind.nameMember()).asText(objectName);
  }

  /** The custom resource with this spec, ready to apply. */
  public ObjectNode customResource(ObjectNode content) {
    ObjectNode resource = Mappers.json().createObjectNode();
    resource.put("apiVersion", Documents.API_VERSION).put("kind", kind.word());
    String name = objectName.isEmpty() ? Names.dnsLabel(name()) : objectName;
    resource.putObject("metadata").put("name", name);
    resource.set("spec", content);
    return resource;
  }
}
