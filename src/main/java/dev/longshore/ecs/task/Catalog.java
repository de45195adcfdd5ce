package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Optional;

/** What the resolver may look up; the caches stand behind it, and a list in tests. */
interface Catalog {

  /** Revisions of a family in the namespace. */
  List<TaskDefinitionRevision> revisions(String namespace, String family);

  /** The namespace's cluster, the oldest where there are several. */
  Optional<Cluster> cluster(String namespace);

  /** The namespace itself, which may enforce a Pod Security profile. */
  Optional<Namespace> namespace(String name);

  List<CapacityProvider> capacityProviders();

  /** The oldest provider of this ECS name. */
  default Optional<CapacityProvider> capacityProvider(String name) {
    return Optional.ofNullable(Oldest.byName(capacityProviders(), Providers::name).get(name));
  }
}
