package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the resolver may look up; the caches stand behind it, and a map in tests. */
interface Catalog {
  /** Of several objects with one ECS name the oldest holds it. */
  Comparator<HasMetadata> AGE =
      Comparator.<HasMetadata, String>comparing(it -> it.getMetadata().getCreationTimestamp())
          .thenComparing(it -> it.getMetadata().getUid());

  /** Revisions of a family in the namespace. */
  List<TaskDefinitionRevision> revisions(String namespace, String family);

  /** The namespace's cluster, the oldest where there are several. */
  Optional<Cluster> cluster(String namespace);

  List<CapacityProvider> capacityProviders();

  /** The oldest provider of this ECS name. */
  default Optional<CapacityProvider> capacityProvider(String name) {
    return capacityProviders().stream().filter(it -> Providers.name(it).equals(name)).min(AGE);
  }

  /** Services of the namespace with this ECS name, the asking one included. */
  List<Service> services(String namespace, String serviceName);
}
