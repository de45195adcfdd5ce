package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Providers;
import dev.longshore.ecs.capacityprovider.Strategies;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why a cluster is not as its spec asks (API operations CreateCluster and
 * PutClusterCapacityProviders).
 */
final class ClusterChecks {
  private ClusterChecks() {}

  /**
   * Every problem of the cluster.
   *
   * @param sameNamespace every cluster of the namespace; only the oldest counts
   */
  static List<Problem> of(Cluster cluster, Collection<Cluster> sameNamespace, Providers providers) {
    return Stream.of(
            duplicate(cluster, sameNamespace),
            missing(cluster, providers),
            Strategies.validate(
                "defaultCapacityProviderStrategy",
                cluster.getSpec().defaultCapacityProviderStrategy(),
                providers)
                .stream(),
            placements(cluster))
        .flatMap(stream -> stream)
        .toList();
  }

  private static Stream<Problem> duplicate(Cluster cluster, Collection<Cluster> sameNamespace) {
    String namespace = cluster.getMetadata().getNamespace();
    return Duplicates.holder(cluster, sameNamespace, it -> namespace).stream()
        .map(
            holder ->
                new Problem(
                    Duplicates.REASON,
                    "namespace %s is already the cluster '%s'; a namespace is one cluster, so delete one of the two."
                        .formatted(namespace, Clusters.name(holder))));
  }

  private static Stream<Problem> missing(Cluster cluster, Providers providers) {
    List<String> associated = cluster.getSpec().capacityProviders();
    return IntStream.range(0, associated.size())
        .filter(i -> !providers.existing().containsKey(Providers.nameOf(associated.get(i))))
        .mapToObj(
            i ->
                new Problem(
                    Strategies.NOT_FOUND,
                    "capacityProviders[%d]: The specified capacity provider '%s' was not found. Create a CapacityProvider of that name."
                        .formatted(i, Providers.nameOf(associated.get(i)))));
  }

  /** Own providers say themselves where their nodes are; only the built-in ones need it here. */
  private static Stream<Problem> placements(Cluster cluster) {
    ClusterKubernetes ours = cluster.getSpec().kubernetes();
    return ours == null
        ? Stream.empty()
        : ours.capacityProviders().stream()
            .map(placement -> String.valueOf(placement.name()))
            .filter(name -> !Providers.builtIn(name))
            .map(
                name ->
                    new Problem(
                        Strategies.INVALID,
                        "kubernetes.capacityProviders '%s': only FARGATE and FARGATE_SPOT are placed here; set kubernetes.nodeSelector of that CapacityProvider instead."
                            .formatted(name)));
  }
}
