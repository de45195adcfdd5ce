package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Optional;

/** What the resolver may look up: the caches, a map in tests, the API server for who only asks. */
public interface Catalog {
  /** Revisions of a family in the namespace. */
  List<TaskDefinitionRevision> revisions(String namespace, String family);

  /** The namespace's cluster, the oldest where there are several. */
  Optional<Cluster> cluster(String namespace);

  /** The namespace itself, which may enforce a Pod Security profile. */
  Optional<Namespace> namespace(String name);

  List<CapacityProvider> capacityProviders();

  /** The oldest provider of this ECS name. */
  default Optional<CapacityProvider> capacityProvider(String name) {
    return Oldest.of(
        capacityProviders().stream().filter(it -> Providers.name(it).equals(name)).toList());
  }

  /** Services of the namespace with this ECS name, the asking one included. */
  List<Service> services(String namespace, String serviceName);
}
