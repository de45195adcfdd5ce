package dev.longshore.cli.why;

import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.task.Requests;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is there a node that takes the task, and has it room? */
final class CapacityStep {
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  private CapacityStep() {}

  private static final Pattern CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");
  private static final Pattern DEVICE = Pattern.compile("Insufficient ([\\w.-]+/[\\w.-]+\\w)");

  static Optional<Fault> check(Scene scene) {
    return scene.pods().stream().flatMap(it -> waiting(it, scene.room()).stream()).findFirst();
  }

  private static Optional<Fault> waiting(Pod pod, Scene.Room room) {
    if (pod.getStatus() == null) {
      return Optional.empty();
    }
    return pod.getStatus().getConditions().stream()
        .filter(it -> "PodScheduled".equals(it.getType()) && "False".equals(it.getStatus()))
        .map(it -> fault(pod, it, room))
        .findFirst();
  }

  private static Fault fault(Pod pod, PodCondition unscheduled, Scene.Room room) {
    String told = Objects.requireNonNullElse(unscheduled.getMessage(), "");
    List<Node> matching = room.nodes().stream().filter(it -> Nodes.accepts(it, pod)).toList();
    String name = "Pod/" + pod.getMetadata().getName();
    Optional<String> known = other(told).map(it -> "%s waits (%s); %s.".formatted(name, told, it));
    String sentence = known.orElseGet(() -> room(pod, told, matching, room));
    return new Fault("capacity", name, sentence);
  }

  /** What helps where it is not cpu, memory or a node that is missing. */
  private static Optional<String> other(String told) {
    Matcher claim = CLAIM.matcher(told);
    if (claim.find()) {
      return Optional.of(
          "create the PersistentVolumeClaim %s, or bind the volume to another in the cluster's bindings"
              .formatted(claim.group(1)));
    }
    Matcher device = DEVICE.matcher(told);
    return device.find()
        ? Optional.of(
            "no node has enough of %s; add one whose device plugin offers it, or bind the device to what there is"
                .formatted(device.group(1)))
        : Optional.empty();
  }

  private static String room(Pod pod, String told, List<Node> matching, Scene.Room room) {
    String name = "Pod/" + pod.getMetadata().getName();
    return matching.isEmpty()
        ? "no node takes %s (%s); add a node with the labels that its capacity provider selects, or remove the taints in its way."
            .formatted(name, told)
        : "%s needs %s, and %s (%s); add a node, or ask for less cpu and memory."
            .formatted(name, amounts(pod), freest(matching, room), told);
  }

  private static String amounts(Pod pod) {
    return written(Requests.of(pod, "cpu"), Requests.of(pod, "memory"));
  }

  private static String freest(List<Node> matching, Scene.Room room) {
    Comparator<Node> byMemory = Comparator.comparing(it -> free(it, room, "memory"));
    Node most =
        matching.stream().max(byMemory.thenComparing(it -> free(it, room, "cpu"))).orElseThrow();
    return "of %d nodes that match, %s has the most memory free: %s"
        .formatted(
            matching.size(),
            most.getMetadata().getName(),
            written(free(most, room, "cpu"), free(most, room, "memory")));
  }

  private static BigDecimal free(Node node, Scene.Room room, String resource) {
    return Requests.free(node, room.pods(), resource);
  }

  /** One decimal, downwards: what is free is never overstated. */
  private static String written(BigDecimal cpu, BigDecimal memory) {
    return "%s vCPU and %s GiB"
        .formatted(shown(cpu), shown(memory.divide(GIB, 3, RoundingMode.DOWN)));
  }

  private static String shown(BigDecimal value) {
    return value
        .max(BigDecimal.ZERO)
        .setScale(2, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
