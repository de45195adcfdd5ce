package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many tasks an eviction must leave: the minimum, since tasks on cordoned nodes are replaced
 * before they stop. Where one is not, or not for a long time, one after the other may be evicted.
 *
 * @param cordoned nodes that take no more tasks
 */
record Evictions(Bounds bounds, Course course, ServiceObserved observed, List<Node> cordoned) {
  /** How long a task may keep its node from being drained. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Ready tasks that must be left, as a PodDisruptionBudget counts. */
  int least() {
    if (course.frozen() || bounds.stuck() || overdue()) {
      long told = observed.children().stream().mapToLong(Running::replicas).sum();
      long one = Math.min(bounds.desired(), told) - 1;
      return (int) Math.max(0, Math.min(bounds.minHealthy(), one));
    }
    return bounds.minHealthy() + (leaving() ? early() : 0);
  }

  /** When the next task has kept its node for too long. */
  Optional<Instant> next() {
    return cordoned.stream()
        .filter(node -> kept(node).findAny().isPresent())
        .flatMap(node -> CordonedNode.since(node).stream())
        .map(it -> it.plus(PATIENCE))
        .filter(observed.now()::isBefore)
        .min(Comparator.naturalOrder());
  }

  private boolean overdue() {
    return cordoned.stream()
        .anyMatch(
            node -> {
              boolean late =
                  CordonedNode.since(node)
                      .filter(it -> !it.plus(PATIENCE).isAfter(observed.now()))
                      .isPresent();
              return kept(node).anyMatch(pod -> late || !CordonedNode.drains(node, pod));
            });
  }

  private Stream<Pod> kept(Node node) {
    return observed.pods().stream()
        .filter(pod -> TaskHealth.isReady(pod) && CordonedNode.keeps(node, pod));
  }

  private boolean leaving() {
    return observed.children().stream().anyMatch(child -> child.draining() > 0);
  }

  /** Tasks without a health check are ready at once, and healthy only after a while. */
  private int early() {
    return observed.children().stream()
        .mapToInt(child -> Math.max(0, child.ready() - child.healthy()))
        .sum();
  }
}
