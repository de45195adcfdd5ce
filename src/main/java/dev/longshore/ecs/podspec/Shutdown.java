package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;

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
            "the longest of the task's containers holds for all"));
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
    int longest =
        inputs.definition().containerDefinitions().stream()
            .map(ContainerDefinition::stopTimeout)
            .mapToInt(timeout -> Objects.requireNonNullElse(timeout, STOP_TIMEOUT))
            .max()
            .orElse(STOP_TIMEOUT);
    long drain = drains(inputs) ? inputs.drainSeconds() : 0;
    draft.getSpec().setTerminationGracePeriodSeconds(longest + drain);
  }

  private static boolean drains(PodInputs inputs) {
    return inputs.drainSeconds() > 0 && !Ports.of(inputs.definition()).isEmpty();
  }
}
