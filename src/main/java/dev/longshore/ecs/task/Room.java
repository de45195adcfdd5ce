package dev.longshore.ecs.task;

import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.pods.Shortage;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a waiting task how much it needs and how much there is.
 *
 * @param nodes all of the cluster
 * @param pods of all nodes; nothing where Longshore may see only some namespaces
 */
record Room(Supplier<List<Node>> nodes, Supplier<Optional<List<Pod>>> pods) {
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  /** Knows of no node. */
  static Room unknown() {
    return new Room(List::of, Optional::empty);
  }

  String sentence(TaskObserved seen, Shortage shortage) {
    String start = "Waits for capacity: ";
    return shortage
        .missing()
        .or(
            () ->
                resource(shortage)
                    .flatMap(name -> seen.pod().map(pod -> start + compared(pod, name, shortage))))
        .orElseGet(() -> start + shortage.reason() + ": " + shortage.message());
  }

  private static Optional<String> resource(Shortage shortage) {
    return switch (shortage.reason()) {
      case "RESOURCE:MEMORY" -> Optional.of("memory");
      case "RESOURCE:CPU" -> Optional.of("cpu");
      default -> Optional.empty();
    };
  }

  private String compared(Pod pod, String resource, Shortage shortage) {
    BigDecimal needs = Requests.of(pod, resource);
    List<Node> matching = nodes.get().stream().filter(node -> Nodes.accepts(node, pod)).toList();
    Optional<List<Pod>> others = pods.get();
    String there =
        matching.stream()
            .map(node -> Requests.free(node, others.orElse(List.of()), resource))
            .max(BigDecimal::compareTo)
            .map(
                most ->
                    (others.isPresent()
                            ? "the largest free on a matching node is "
                            : "the largest matching node has ")
                        + amount(most, resource))
            .orElse("no node matches");
    return "%s needs %s, %s.".formatted(shortage.reason(), amount(needs, resource), there);
  }

  /** GiB or vCPU to one decimal, downwards: what is free is never overstated. */
  private static String amount(BigDecimal value, String resource) {
    boolean memory = resource.equals("memory");
    BigDecimal shown =
        (memory ? value.divide(GIB, 3, RoundingMode.DOWN) : value)
            .max(BigDecimal.ZERO)
            .setScale(1, RoundingMode.DOWN)
            .stripTrailingZeros();
    return shown.toPlainString() + (memory ? " GiB" : " vCPU");
  }
}
