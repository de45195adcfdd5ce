package dev.longshore.cli;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Oldest;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Strategies;
import dev.longshore.ecs.service.Catalog;
import dev.longshore.ecs.service.Preflight;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a service refers to, asked of the API server as far as the user's rights let them see. */
record ClientCatalog(EcsObjects objects) implements Catalog {

  /** What would stop a deployment of the service; what the user may not see is no obstacle. */
  List<Problem> problems(Service service) {
    boolean blind = seen(() -> objects.list(CapacityProvider.class)).isEmpty();
    return Preflight.of(service, this).stream()
        .filter(it -> !blind || !it.reason().equals(Strategies.NOT_FOUND))
        .toList();
  }

  @Override
  public List<TaskDefinitionRevision> revisions(String namespace, String family) {
    return objects.revisions().stream().filter(it -> Revisions.family(it).equals(family)).toList();
  }

  @Override
  public Optional<Cluster> cluster(String namespace) {
    return Oldest.of(
        objects.client().resources(Cluster.class).inNamespace(namespace).list().getItems());
  }

  @Override
  public Optional<Namespace> namespace(String name) {
    Namespace unseen =
        new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    return seen(() -> Optional.ofNullable(objects.client().namespaces().withName(name).get()))
        .orElse(Optional.of(unseen));
  }

  @Override
  public List<CapacityProvider> capacityProviders() {
    return seen(() -> objects.list(CapacityProvider.class)).orElse(List.of());
  }

  @Override
  public List<Service> services(String namespace, String serviceName) {
    return objects.services().stream()
        .filter(it -> EcsObjects.name(it).equals(serviceName))
        .toList();
  }

  /** The answer, unless the user may not ask. */
  static <T> Optional<T> seen(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
