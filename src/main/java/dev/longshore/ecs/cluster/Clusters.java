package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.Cluster;

/** What can be said of clusters by looking at the objects alone. */
public final class Clusters {
  private Clusters() {}

  /** The cluster's ECS name: {@code spec.clusterName}, else the object's own. */
  public static String name(Cluster cluster) {
    String name = cluster.getSpec().clusterName();
    return name == null || name.isEmpty() ? cluster.getMetadata().getName() : name;
  }
}
