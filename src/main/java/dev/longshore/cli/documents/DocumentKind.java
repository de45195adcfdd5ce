package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.EditDistance;
import java.util.Arrays;
import java.util.Optional;

/** What a document describes: the four kinds of objects that users write. */
public enum DocumentKind {
  TASK_DEFINITION("TaskDefinition", "family", TaskDefinitionSpec.class),
  SERVICE("Service", "serviceName", ServiceSpec.class),
  CLUSTER("Cluster", "clusterName", ClusterSpec.class),
  CAPACITY_PROVIDER("CapacityProvider", "name", CapacityProviderSpec.class);

  /** UpdateService's name of a service; elsewhere a wrapper around one. */
  static final String UPDATED = "service";

  private final String word;
  private final String nameMember;
  private final Class<? extends Record> spec;

  DocumentKind(String word, String nameMember, Class<? extends Record> spec) {
    this.word = word;
    this.nameMember = nameMember;
    this.spec = spec;
  }

  /** The kind of the custom resource. */
  public String word() {
    return word;
  }

  /** The ECS member that holds the name. */
  public String nameMember() {
    return nameMember;
  }

  /** The record that mirrors the request. */
  public Class<? extends Record> spec() {
    return spec;
  }

  static Optional<DocumentKind> ofCustomResource(String kind) {
    return Arrays.stream(values()).filter(it -> it.word.equals(kind)).findFirst();
  }

  /** Judges by members that only one ECS request has, also where one of them is misspelt. */
  static Optional<DocumentKind> ofMembers(JsonNode spec) {
    if (spec.has("containerDefinitions")) {
      return Optional.of(TASK_DEFINITION);
    }
    if (spec.has("serviceName")
        || spec.path(UPDATED).isTextual()
        || spec.has("taskDefinition") && spec.has("desiredCount")) {
      return Optional.of(SERVICE);
    }
    if (spec.has("family") || isNear(spec, "containerDefinitions")) {
      return Optional.of(TASK_DEFINITION);
    }
    return spec.has("taskDefinition") || isNear(spec, "serviceName")
        ? Optional.of(SERVICE)
        : Optional.empty();
  }

  private static boolean isNear(JsonNode spec, String member) {
    return spec.properties().stream()
        .anyMatch(it -> EditDistance.between(it.getKey(), member) <= EditDistance.NEAR);
  }
}
