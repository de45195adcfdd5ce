package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The task's cpu or memory on servers without pod-level resources: each container may use the whole
 * of it, and what the containers reserve adds up to it. Together they may use more than the task
 * has, which is the difference.
 *
 * @param resource {@code cpu} or {@code memory}
 * @param size millicores or MiB of the task
 * @param written how Kubernetes writes so many
 */
record TaskCap(String resource, long size, LongFunction<Quantity> written) {
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);

  /** Writes it into the containers that last as long as the task. */
  void share(List<Container> drafts, PodInputs inputs) {
    List<Container> lasting = new ArrayList<>();
    List<Container> essential = new ArrayList<>();
    List<ContainerDefinition> definitions = inputs.definition().containerDefinitions();
    StartOrder order = StartOrder.of(inputs.definition());
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).getResources().getLimits().putIfAbsent(resource, written.apply(size));
      ContainerDefinition definition = definitions.get(i);
      if (order.step(String.valueOf(definition.name())).phase() != StartOrder.Phase.BEFORE) {
        lasting.add(drafts.get(i));
        if (!Boolean.FALSE.equals(definition.essential())) {
          essential.add(drafts.get(i));
        }
      }
    }
    long rest = size - lasting.stream().mapToLong(this::requested).sum();
    List<Container> silent = lasting.stream().filter(it -> requested(it) == 0).toList();
    if (rest > 0) {
      spread(rest, silent.isEmpty() ? essential.subList(0, 1) : silent);
    }
  }

  private void spread(long rest, List<Container> containers) {
    long each = rest / containers.size();
    for (Container container : containers) {
      long all = requested(container) + each;
      container.getResources().getRequests().put(resource, written.apply(all));
    }
  }

  private long requested(Container container) {
    Quantity quantity = container.getResources().getRequests().get(resource);
    if (quantity == null) {
      return 0;
    }
    BigDecimal amount = quantity.getNumericalAmount();
    return resource.equals("cpu")
        ? amount.multiply(MILLI).longValue()
        : amount.divide(MEBIBYTE).longValue();
  }
}
