package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import dev.longshore.ecs.capacityprovider.Nodes;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Availability Zone rebalancing in the words of ECS's service events: told when the first task is
 * moved, and when there is nothing left to move.
 *
 * @param tasks of the deployment that has or gets them all
 */
record ZoneEvents(List<Pod> tasks, Collection<Node> nodes) {
  /** What begins while it is going on. */
  static final String UNBALANCED = " is not AZ balanced with ";

  /** What ends that. */
  static final String BALANCED = " is AZ balanced with ";

  static ZoneEvents of(ServiceObserved observed, String deployment) {
    return new ZoneEvents(
        observed.pods().stream()
            .filter(pod -> !ServiceObserved.stopping(pod) && pod.getMetadata().getLabels() != null)
            .filter(
                pod ->
                    deployment.endsWith("/" + pod.getMetadata().getLabels().get(Labels.DEPLOYMENT)))
            .toList(),
        observed.nodes().get());
  }

  /** A task is moved now. */
  Optional<String> begun() {
    return tasks.stream().noneMatch(ZoneMoves::isMoving)
        ? Optional.empty()
        : counts().map(it -> UNBALANCED + words(it) + ". AZ Rebalancing in progress.");
  }

  /** No zone has two tasks more than another. */
  Optional<String> done() {
    return counts()
        .filter(
            it ->
                it.values().stream().mapToInt(n -> n).max().orElse(0)
                        - it.values().stream().mapToInt(n -> n).min().orElse(0)
                    < 2)
        .map(it -> BALANCED + words(it) + ".");
  }

  /** Tasks of each zone that could have some; empty where there is no zone. */
  private Optional<Map<String, Integer>> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> zones = new TreeMap<>();
    for (Node node : nodes) {
      String zone = Nodes.zone(node);
      if (!zone.isEmpty() && tasks.stream().anyMatch(task -> Nodes.accepts(node, task))) {
        zones.put(node.getMetadata().getName(), zone);
        counts.put(zone, 0);
      }
    }
    tasks.stream()
        .flatMap(task -> Optional.ofNullable(task.getSpec().getNodeName()).stream())
        .flatMap(name -> Optional.ofNullable(zones.get(name)).stream())
        .forEach(zone -> counts.merge(zone, 1, Integer::sum));
    return counts.isEmpty() ? Optional.empty() : Optional.of(counts);
  }

  private static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(it -> it.getValue() + " tasks in " + it.getKey())
        .collect(Collectors.joining(", "));
  }
}
