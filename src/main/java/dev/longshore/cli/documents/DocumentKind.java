package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import java.util.Arrays;
import java.util.Optional;

/** What a document describes: the four kinds of objects that users write. */
public enum DocumentKind {
  TASK_DEFINITION("TaskDefinition", "family", TaskDefinitionSpec.class),
  SERVICE("Service", "serviceName", ServiceSpec.class),
  CLUSTER("Cluster", "clusterName", ClusterSpec.class),
  CAPACITY_PROVIDER("CapacityProvider", "name", CapacityProviderSpec.class);

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

  Class<? extends Record> spec() {
    return spec;
  }

  static Optional<DocumentKind> ofCustomResource(String kind) {
    return Arrays.stream(values()).filter(it -> it.word.equals(kind)).findFirst();
  }

  /** Judges by members that only one ECS request has. */
  static Optional<DocumentKind> ofMembers(JsonNode spec) {
    if (spec.has("containerDefinitions")) {
      return Optional.of(TASK_DEFINITION);
    }
    boolean service =
        spec.has("serviceName") || spec.has("taskDefinition") && spec.has("desiredCount");
    return service ? Optional.of(SERVICE) : Optional.empty();
  }
}
