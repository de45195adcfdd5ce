package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.podspec.StartOrder.Phase;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * ContainerDefinition.stopTimeout and draining, in seconds. A task with ports sleeps first, all its
 * containers alike, so that connections drain before SIGTERM.
 */
final class Shutdown implements PodFeature {
  /** ECS_CONTAINER_STOP_TIMEOUT of the agent. */
  private static final int STOP_TIMEOUT = 30;

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.approximated(
            "containerDefinitions[].stopTimeout",
            "spec.terminationGracePeriodSeconds",
            "the longest of the task's containers holds for all, and more for each that others wait"
                + " for"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    if (drains(inputs)) {
      draft.setLifecycle(
          new LifecycleBuilder()
              .withNewPreStop()
              .withNewSleep((long) inputs.drainSeconds())
              .endPreStop()
              .build());
    }
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    StartOrder order = StartOrder.of(inputs.definition());
    // what has to end before the others start may be the one that is running
    long longest =
        LongStream.concat(
                timeouts(inputs, order, Phase.MAIN), timeouts(inputs, order, Phase.BEFORE))
            .max()
            .orElse(STOP_TIMEOUT);
    // sidecars stop one after another, once nobody needs them
    long chain = timeouts(inputs, order, Phase.BESIDE).sum();
    long drain = drains(inputs) ? inputs.drainSeconds() : 0;
    draft.getSpec().setTerminationGracePeriodSeconds(longest + chain + drain);
  }

  private static LongStream timeouts(PodInputs inputs, StartOrder order, Phase phase) {
    return inputs.definition().containerDefinitions().stream()
        .filter(it -> order.step(Objects.requireNonNullElse(it.name(), "")).phase() == phase)
        .map(ContainerDefinition::stopTimeout)
        .mapToLong(timeout -> Objects.requireNonNullElse(timeout, STOP_TIMEOUT));
  }

  private static boolean drains(PodInputs inputs) {
    return inputs.drainSeconds() > 0 && !Ports.of(inputs.definition()).isEmpty();
  }
}
