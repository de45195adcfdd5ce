package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.core.Arns;
import dev.longshore.core.Resolution;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said of clusters by looking at the objects alone. */
public final class Clusters {
  private static final String DEFAULT = "default";

  private Clusters() {}

  /** The cluster's ECS name: {@code spec.clusterName}, else the object's own. */
  public static String name(Cluster cluster) {
    String name = cluster.getSpec().clusterName();
    return name == null || name.isEmpty() ? cluster.getMetadata().getName() : name;
  }

  /** ECS name of the cluster that a namespace is; of the implicit one without an object. */
  public static String name(Optional<Cluster> cluster) {
    return cluster.map(Clusters::name).orElse(DEFAULT);
  }

  /**
   * The cluster's name when a request means this namespace's cluster.
   *
   * @param wanted {@code cluster} of the request: empty, {@code default}, a name or an ARN
   * @param who asks, such as {@code service}
   */
  public static Resolution<String> asked(
      @Nullable String wanted, Optional<Cluster> cluster, String who) {
    String text = Objects.requireNonNullElse(wanted, "");
    String asked = Arns.resource(text, "cluster").orElse(text);
    String name = name(cluster);
    return asked.isEmpty() || asked.equals(DEFAULT) || asked.equals(name)
        ? Resolution.of(name)
        : Resolution.missing(
            "ClusterNotFoundException",
            "cluster: Cluster not found. This namespace is the cluster %s, not %s; apply the %s in that cluster's namespace."
                .formatted(name, asked, who));
  }
}
