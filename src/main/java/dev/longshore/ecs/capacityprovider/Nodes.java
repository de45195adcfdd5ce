package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderKubernetes;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Keys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes seen as ECS container instances: of each only what counts is kept. */
public final class Nodes {
  private static final String ZONE = "topology.kubernetes.io/zone";

  private Nodes() {}

  /** A watch that wakes every primary when a node comes, goes or changes its labels. */
  public static <P extends HasMetadata> EventSource<Node, P> source(KeyedSources<P> sources) {
    return sources.reduced(
        Node.class, Keys.same(node -> KeyedSources.ALL), Nodes::relabelled, "metadata.labels");
  }

  /** A watch that wakes primaries when a node comes, goes, is cordoned or changes its labels. */
  public static <P extends HasMetadata> EventSource<Node, P> source(
      KeyedSources<P> sources, Keys<Node> keys) {
    return sources.reduced(
        Node.class,
        keys,
        (now, before) -> cordoned(now, before) || relabelled(now, before),
        "spec.unschedulable",
        "spec.taints",
        "metadata.labels");
  }

  /** A watch that wakes nobody: nodes by a key of their own, for who knows which it wants. */
  public static <P extends HasMetadata> EventSource<Node, P> lookedUp(
      KeyedSources<P> sources, Function<Node, String> key) {
    return sources.reduced(
        Node.class, new Keys<>(key, node -> Stream.empty()), Nodes::relabelled, "metadata.labels");
  }

  private static boolean cordoned(Node now, Node before) {
    return cordoned(now) != cordoned(before) || !taints(now).equals(taints(before));
  }

  /** Whether it takes no more tasks: what ECS calls a container instance that is DRAINING. */
  public static boolean cordoned(Node node) {
    return node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
  }

  /** The taints of a node; of one that is cordoned, one tells since when. */
  public static List<Taint> taints(Node node) {
    return node.getSpec() == null ? List.of() : node.getSpec().getTaints();
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

  /** Whether the pod may be placed there, if only it were empty. */
  public static boolean accepts(Node node, Pod pod) {
    return !cordoned(node)
        && labels(node).entrySet().containsAll(pod.getSpec().getNodeSelector().entrySet())
        && NodeAffinity.of(pod).admits(node)
        && taints(node).stream()
            .filter(taint -> !"PreferNoSchedule".equals(taint.getEffect()))
            .allMatch(taint -> tolerates(pod, taint));
  }

  /** Whether the taint keeps the pod from no node. */
  public static boolean tolerates(Pod pod, Taint taint) {
    return pod.getSpec().getTolerations().stream().anyMatch(it -> fits(it, taint));
  }

  private static boolean fits(Toleration toleration, Taint taint) {
    boolean effect =
        toleration.getEffect() == null || toleration.getEffect().equals(taint.getEffect());
    boolean key = toleration.getKey() == null || toleration.getKey().equals(taint.getKey());
    boolean value =
        "Exists".equals(toleration.getOperator())
            || text(toleration.getValue()).equals(text(taint.getValue()));
    return effect && key && value;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The zone of a node, as the cloud's controller labels it; empty where nobody does. */
  public static String zone(Node node) {
    return labels(node).getOrDefault(ZONE, "");
  }

  private static boolean relabelled(Node now, Node before) {
    return !Objects.equals(labels(now), labels(before));
  }

  static Map<String, String> labels(Node node) {
    Map<String, String> labels = node.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }
}
