package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderKubernetes;
import dev.longshore.core.KeyedSources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.Map;
import java.util.Objects;

/** Nodes seen as ECS container instances: only their labels count, so only those are kept. */
public final class Nodes {
  private Nodes() {}

  /** A watch that wakes every primary when a node comes, goes or changes its labels. */
  public static <P extends HasMetadata> EventSource<Node, P> source(KeyedSources<P> sources) {
    return sources.reduced(
        Node.class, node -> KeyedSources.ALL, Nodes::relabelled, "metadata.labels");
  }

  /** Whether tasks placed by the provider may run on the node. */
  public static boolean has(CapacityProvider provider, Node node) {
    return labels(node).entrySet().containsAll(selector(provider).entrySet());
  }

  /** Labels a node must have; empty for any node. */
  static Map<String, String> selector(CapacityProvider provider) {
    CapacityProviderKubernetes ours = provider.getSpec().kubernetes();
    return ours == null ? Map.of() : ours.nodeSelector();
  }

  private static boolean relabelled(Node now, Node before) {
    return !Objects.equals(labels(now), labels(before));
  }

  private static Map<String, String> labels(Node node) {
    Map<String, String> labels = node.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }
}
