package dev.longshore.cli.why;

import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Is the node there, and does it report, that a task has its place on? */
final class NodeStep {
  private NodeStep() {}

  static Optional<Fault> check(Scene scene) {
    List<Node> nodes = scene.room().nodes();
    return nodes.isEmpty() // or nobody may look at them
        ? Optional.empty()
        : scene.pods().stream().flatMap(it -> placed(it, nodes).stream()).findFirst();
  }

  private static Optional<Fault> placed(Pod pod, List<Node> nodes) {
    String name = pod.getSpec().getNodeName();
    if (name == null || PodPhase.ended(pod)) {
      return Optional.empty();
    }
    return nodes.stream()
        .filter(it -> name.equals(it.getMetadata().getName()))
        .findFirst()
        .map(
            node -> unready(node).map(it -> fault(pod, name, "does not report (%s)".formatted(it))))
        .orElseGet(() -> Optional.of(fault(pod, name, "is not there any more")));
  }

  private static Optional<String> unready(Node node) {
    return node.getStatus() == null
        ? Optional.empty()
        : node.getStatus().getConditions().stream()
            .filter(it -> "Ready".equals(it.getType()) && !"True".equals(it.getStatus()))
            .map(NodeStep::told)
            .findFirst();
  }

  private static String told(NodeCondition condition) {
    return Objects.requireNonNullElse(condition.getMessage(), "NotReady");
  }

  private static Fault fault(Pod pod, String node, String what) {
    String name = pod.getMetadata().getName();
    return new Fault(
        "node",
        "Node/" + node,
        "Node/%s of Pod/%s %s; bring the node back, or give the task up there: kubectl delete pod %s --force."
            .formatted(node, name, what, name));
  }
}
