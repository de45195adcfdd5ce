package dev.longshore.cli;

import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.service.RollTasks.Part;
import dev.longshore.ecs.task.Requests;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The nodes while tasks are placed on them one after the other, counted as the scheduler counts.
 */
final class Floor {
  private final List<Node> nodes;
  private final Map<String, List<Pod>> held;
  private final Predicate<Pod> apart;

  /**
   * As it is now.
   *
   * @param apart pods that no further task may share a node with
   */
  Floor(List<Node> nodes, List<Pod> pods, Predicate<Pod> apart) {
    this.nodes = List.copyOf(nodes);
    this.apart = apart;
    this.held = new HashMap<>();
    pods.stream()
        .filter(it -> it.getSpec().getNodeName() != null)
        .filter(it -> !PodPhase.ended(it))
        .forEach(it -> on(it.getSpec().getNodeName()).add(it));
  }

  /** As many as there is room for; gives how many that are. */
  int place(Part part) {
    int placed = 0;
    for (Node node : matching(part)) {
      String name = node.getMetadata().getName();
      Pod there = part.pod().edit().editSpec().withNodeName(name).endSpec().build();
      int here = Math.min(part.tasks() - placed, room(node, part.pod()));
      for (int i = 0; i < here; i++) {
        on(name).add(there);
      }
      placed += here;
    }
    return placed;
  }

  List<Node> matching(Part part) {
    return nodes.stream().filter(it -> Nodes.accepts(it, part.pod())).toList();
  }

  BigDecimal free(Node node, String resource) {
    return Requests.free(node, on(node.getMetadata().getName()), resource);
  }

  /** Pods that the node takes beside those it has. */
  int slots(Node node) {
    Quantity most =
        node.getStatus() == null || node.getStatus().getAllocatable() == null
            ? null
            : node.getStatus().getAllocatable().get("pods");
    return most == null
        ? Integer.MAX_VALUE
        : most.getNumericalAmount().intValue() - on(node.getMetadata().getName()).size();
  }

  private int room(Node node, Pod pod) {
    boolean alone = apart.test(pod);
    if (alone && on(node.getMetadata().getName()).stream().anyMatch(apart)) {
      return 0;
    }
    int room = alone ? Math.min(1, slots(node)) : slots(node);
    for (String resource : Requests.resources(pod)) {
      BigDecimal needs = Requests.of(pod, resource);
      if (needs.signum() > 0) {
        BigDecimal fits = free(node, resource).divide(needs, 0, RoundingMode.FLOOR);
        room = Math.min(room, fits.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
      }
    }
    return Math.max(0, room);
  }

  private List<Pod> on(String node) {
    return held.computeIfAbsent(node, it -> new ArrayList<>());
  }
}
