package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CPU and memory at both levels. The task's size is the pod's own {@code resources} (pod-level
 * resources, Kubernetes 1.34 and newer): requests equal limits, as ECS reserves what it caps, and
 * an HPA divides by it; on older servers {@link TaskCap} comes closest. A container's cpu is a
 * weight without a cap, so it is a request only; without a task size at least 2 of 1024 units, the
 * smallest share Docker gives, so that an HPA always has a request to divide by.
 */
final class ComputeResources implements PodFeature {
  private static final String BASE = "containerDefinitions[].";
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  /** CPU units of one vCPU. */
  private static final int UNITS = 1024;

  /** Bytes in a MiB, as a power of two. */
  private static final int MEBIBYTE = 20;

  /** Units of a container that declares 0, 1 or nothing (Docker's smallest share). */
  private static final int SMALLEST_SHARE = 2;

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(CPU, "spec.resources.requests.cpu and limits.cpu"),
        FieldRule.exact(MEMORY, "spec.resources.requests.memory and limits.memory"),
        FieldRule.exact(BASE + CPU, "containers[].resources.requests.cpu")
            .except(
                new FieldRule.Exception(
                    "0 or 1",
                    (value, document) -> value.asInt() < SMALLEST_SHARE,
                    FidelityClass.EQUIVALENT,
                    "the smallest share, 2 units")),
        FieldRule.exact(BASE + MEMORY, "containers[].resources.limits.memory"),
        FieldRule.exact(BASE + "memoryReservation", "containers[].resources.requests.memory"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    Map<String, Quantity> requests = new LinkedHashMap<>();
    weight(number(definition.cpu()), number(inputs.definition().cpu()))
        .ifPresent(weight -> requests.put(CPU, weight));
    long limit = number(definition.memory());
    Integer reservation = definition.memoryReservation();
    long reserved = reservation == null ? limit : reservation;
    if (reserved > 0) {
      requests.put(MEMORY, mebibytes(reserved));
    }
    Map<String, Quantity> limits = limit > 0 ? Map.of(MEMORY, mebibytes(limit)) : Map.of();
    draft.setResources(new ResourceRequirements(List.of(), new LinkedHashMap<>(limits), requests));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, Quantity> size = new LinkedHashMap<>();
    long units = number(inputs.definition().cpu());
    long mebibytes = number(inputs.definition().memory());
    if (units > 0) {
      size.put(CPU, cpu(units));
    }
    if (mebibytes > 0) {
      size.put(MEMORY, mebibytes(mebibytes));
      fit(draft.getSpec().getContainers(), mebibytes);
    }
    if (!size.isEmpty() && inputs.server().podResources()) {
      draft.getSpec().setResources(new ResourceRequirements(List.of(), size, size));
    } else if (!inputs.server().podResources()) {
      List<Container> containers = draft.getSpec().getContainers();
      Stream.of(
              new TaskCap(CPU, units * 1000 / UNITS, ComputeResources::milli),
              new TaskCap(MEMORY, mebibytes, ComputeResources::mebibytes))
          .filter(cap -> cap.size() > 0)
          .forEach(cap -> cap.share(containers, inputs));
    }
  }

  /**
   * A container's request for cpu. Under a task size the requests must not add up to more than it,
   * so they are rounded down and a container without a weight has none.
   */
  private static Optional<Quantity> weight(long units, long task) {
    if (task == 0) {
      return Optional.of(cpu(Math.max(SMALLEST_SHARE, units)));
    }
    return units < SMALLEST_SHARE ? Optional.empty() : Optional.of(milli(units * 1000 / UNITS));
  }

  /** Soft limits may add up to more than the task has; the API server takes no such requests. */
  private static void fit(List<Container> containers, long task) {
    long sum = containers.stream().mapToLong(ComputeResources::requested).sum();
    if (sum > task) {
      containers.forEach(
          container -> {
            long fair = requested(container) * task / sum;
            container.getResources().getRequests().replace(MEMORY, mebibytes(fair));
          });
    }
  }

  private static long requested(Container container) {
    Quantity memory = container.getResources().getRequests().get(MEMORY);
    return memory == null ? 0 : memory.getNumericalAmount().longValueExact() >> MEBIBYTE;
  }

  /** Units as Kubernetes writes them itself: whole cores as such, else millicores rounded up. */
  static Quantity cpu(long units) {
    return milli(Math.ceilDiv(units * 1000, UNITS));
  }

  private static Quantity milli(long millicores) {
    return millicores % 1000 == 0
        ? new Quantity(Long.toString(millicores / 1000))
        : new Quantity(Long.toString(millicores), "m");
  }

  /** MiB as Kubernetes writes them itself: the largest binary unit that needs no fraction. */
  static Quantity mebibytes(long number) {
    return number % UNITS == 0
        ? new Quantity(Long.toString(number / UNITS), "Gi")
        : new Quantity(Long.toString(number), "Mi");
  }

  private static long number(@Nullable String text) {
    return text == null || text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
