package dev.longshore.ecs.task;

import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pods ask of nodes, counted as the scheduler counts it. */
public final class Requests {
  /** CPU units of one vCPU. */
  private static final BigDecimal UNITS = BigDecimal.valueOf(1024);

  private Requests() {}

  public static BigDecimal of(Pod pod, String resource) {
    return of(pod.getSpec(), it -> of(it, resource));
  }

  /** CPU units as the definition has them, each number of which became whole millicores. */
  public static BigDecimal units(Pod pod) {
    return of(pod.getSpec(), it -> units(of(it, "cpu")));
  }

  /** Whole CPU units: what became millicores was rounded up. */
  public static BigDecimal units(BigDecimal cpu) {
    return cpu.multiply(UNITS).setScale(0, RoundingMode.FLOOR);
  }

  /** Names of all that a pod asks for. */
  public static Set<String> resources(Pod pod) {
    PodSpec spec = pod.getSpec();
    return Stream.concat(
            Stream.ofNullable(spec.getResources()),
            Stream.of(spec.getContainers(), spec.getInitContainers())
                .flatMap(List::stream)
                .flatMap(it -> Stream.ofNullable(it.getResources())))
        .flatMap(it -> Stream.of(it.getRequests(), it.getLimits()))
        .flatMap(it -> it == null ? Stream.of() : it.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static BigDecimal of(
      PodSpec spec, Function<@Nullable ResourceRequirements, BigDecimal> asked) {
    BigDecimal task = asked.apply(spec.getResources());
    if (task.signum() > 0) {
      return task;
    }
    BigDecimal together = BigDecimal.ZERO;
    for (Container container : spec.getContainers()) {
      together = together.add(asked.apply(container.getResources()));
    }
    BigDecimal largestFirst = BigDecimal.ZERO;
    for (Container container : spec.getInitContainers()) {
      BigDecimal asks = asked.apply(container.getResources());
      if ("Always".equals(container.getRestartPolicy())) {
        together = together.add(asks);
      } else {
        largestFirst = largestFirst.max(asks);
      }
    }
    return together.max(largestFirst);
  }

  public static BigDecimal free(Node node, List<Pod> pods, String resource) {
    String name = node.getMetadata().getName();
    BigDecimal used =
        pods.stream()
            .filter(pod -> name.equals(pod.getSpec().getNodeName()))
            .filter(Requests::holds)
            .map(pod -> of(pod, resource))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return amount(node.getStatus() == null ? null : node.getStatus().getAllocatable(), resource)
        .subtract(used);
  }

  /** The pods that hold something of a node, with no more than how much. */
  static List<Pod> only(List<Pod> pods) {
    return pods.stream()
        .filter(pod -> pod.getSpec().getNodeName() != null)
        .filter(Requests::holds)
        .map(Requests::only)
        .toList();
  }

  private static Pod only(Pod pod) {
    return new PodBuilder()
        .withNewSpec()
        .withNodeName(pod.getSpec().getNodeName())
        .withNewResources()
        .addToRequests("cpu", new Quantity(of(pod, "cpu").toPlainString()))
        .addToRequests("memory", new Quantity(of(pod, "memory").toPlainString()))
        .endResources()
        .endSpec()
        .build();
  }

  /** A node with no more than what says whether a pod fits. */
  static Node only(Node node) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(node.getMetadata().getName())
        .withLabels(node.getMetadata().getLabels())
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(node.getSpec().getUnschedulable())
        .withTaints(node.getSpec().getTaints())
        .endSpec()
        .withNewStatus()
        .withAllocatable(node.getStatus() == null ? null : node.getStatus().getAllocatable())
        .endStatus()
        .build();
  }

  private static boolean holds(Pod pod) {
    return !PodPhase.ended(pod);
  }

  /** Where only a limit is written, as of devices, the API server makes it the request, too. */
  private static BigDecimal of(@Nullable ResourceRequirements resources, String resource) {
    if (resources == null) {
      return BigDecimal.ZERO;
    }
    Map<String, Quantity> requests = resources.getRequests();
    boolean asked = requests != null && requests.containsKey(resource);
    return amount(asked ? requests : resources.getLimits(), resource);
  }

  private static BigDecimal amount(@Nullable Map<String, Quantity> amounts, String resource) {
    Quantity quantity = amounts == null ? null : amounts.get(resource);
    return quantity == null ? BigDecimal.ZERO : quantity.getNumericalAmount();
  }
}
