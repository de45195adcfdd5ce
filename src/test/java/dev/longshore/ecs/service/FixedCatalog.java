package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A catalog of the objects in some files. */
record FixedCatalog(Collection<JsonNode> objects) implements Catalog {

  <T> Stream<T> all(Class<T> type) {
    return objects.stream()
        .filter(node -> node.path("kind").asText().equals(type.getSimpleName()))
        .map(node -> read(node, type));
  }

  @Override
  public List<TaskDefinitionRevision> revisions(String namespace, String family) {
    return all(TaskDefinitionRevision.class)
        .filter(it -> family.equals(it.getSpec().family()))
        .filter(it -> namespace.equals(it.getMetadata().getNamespace()))
        .toList();
  }

  @Override
  public Optional<Cluster> cluster(String namespace) {
    return all(Cluster.class)
        .filter(it -> namespace.equals(it.getMetadata().getNamespace()))
        .findFirst();
  }

  @Override
  public Optional<Namespace> namespace(String name) {
    return all(Namespace.class)
        .filter(it -> name.equals(it.getMetadata().getName()))
        .findFirst()
        .or(() -> Optional.of(new NamespaceBuilder().withNewMetadata().endMetadata().build()));
  }

  @Override
  public List<CapacityProvider> capacityProviders() {
    return all(CapacityProvider.class).toList();
  }

  @Override
  public List<Service> services(String namespace, String serviceName) {
    return all(Service.class).filter(it -> ServiceNames.of(it).equals(serviceName)).toList();
  }

  private static <T> T read(JsonNode node, Class<T> type) {
    try {
      return Mappers.json().treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(node.toString(), e);
    }
  }
}
