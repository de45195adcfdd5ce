package dev.longshore.ecs.service;

import dev.longshore.ecs.capacityprovider.Nodes;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of the tasks of a node that was cordoned. */
final class CordonedNode {
  private static final String TAINT = "node.kubernetes.io/unschedulable";
  private static final Taint CORDON = new Taint("NoSchedule", TAINT, null, null);

  private CordonedNode() {}

  /** Whether the task was there before the node was cordoned, and still is. */
  static boolean keeps(Node node, Pod task) {
    return node.getMetadata().getName().equals(task.getSpec().getNodeName())
        && !ServiceObserved.stopping(task)
        && since(node)
            .filter(it -> Instant.parse(task.getMetadata().getCreationTimestamp()).isAfter(it))
            .isEmpty();
  }

  /** Whether it is to be replaced elsewhere; one that is not kept off the node might come back. */
  static boolean drains(Node node, Pod task) {
    return keeps(node, task) && !Nodes.tolerates(task, CORDON);
  }

  /** When it was cordoned; the node's controller notes that, if a little later. */
  static Optional<Instant> since(Node node) {
    return Nodes.taints(node).stream()
        .filter(taint -> TAINT.equals(taint.getKey()))
        .map(Taint::getTimeAdded)
        .flatMap(Stream::ofNullable)
        .map(Instant::parse)
        .findFirst();
  }
}
