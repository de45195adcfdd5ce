package dev.longshore.ecs.capacityprovider;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a pod requires, as the scheduler reads it: one of the terms, and all of its
 * requirements. What cannot be read admits nothing.
 *
 * @param required none when any node will do
 */
record NodeAffinity(Optional<NodeSelector> required) {

  static NodeAffinity of(Pod pod) {
    return new NodeAffinity(
        Optional.ofNullable(pod.getSpec().getAffinity())
            .map(Affinity::getNodeAffinity)
            .map(it -> it.getRequiredDuringSchedulingIgnoredDuringExecution()));
  }

  boolean admits(Node node) {
    return required
        .map(it -> it.getNodeSelectorTerms().stream().anyMatch(term -> meets(node, term)))
        .orElse(true);
  }

  private static boolean meets(Node node, NodeSelectorTerm term) {
    Map<String, String> fields = Map.of("metadata.name", node.getMetadata().getName());
    boolean empty = term.getMatchExpressions().isEmpty() && term.getMatchFields().isEmpty();
    return !empty
        && term.getMatchExpressions().stream().allMatch(it -> meets(Nodes.labels(node), it))
        && term.getMatchFields().stream().allMatch(it -> meets(fields, it));
  }

  private static boolean meets(Map<String, String> labels, NodeSelectorRequirement requirement) {
    String value = labels.get(requirement.getKey());
    List<String> values = requirement.getValues();
    return switch (requirement.getOperator()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      case "Gt" -> compared(value, values) > 0;
      case "Lt" -> compared(value, values) < 0;
      default -> false;
    };
  }

  /** By whole numbers; 0 where one of them is none. */
  private static int compared(@Nullable String value, List<String> values) {
    try {
      return value == null || values.size() != 1
          ? 0
          : Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
