package dev.longshore.ecs.podspec;

import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** EphemeralStorage.sizeInGiB, 21 to 200 GiB, reserved and capped through the first container. */
final class EphemeralStorage implements PodFeature {
  private static final String RESOURCE = "ephemeral-storage";

  @Override
  public List<FieldRule> fields() {
    String note = "writable layers, logs and volumes count; image layers do not";
    return List.of(
        FieldRule.approximated("ephemeralStorage", "", note),
        FieldRule.approximated(
            "ephemeralStorage.sizeInGiB", "containers[].resources ephemeral-storage", note));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    var storage = inputs.definition().ephemeralStorage();
    if (storage == null || storage.sizeInGiB() == null) {
      return;
    }
    Quantity size = new Quantity(Integer.toString(storage.sizeInGiB()), "Gi");
    // what an init container asks for does not last as long as the task
    List<String> main = StartOrder.of(inputs.definition()).in(StartOrder.Phase.MAIN);
    draft.getSpec().getContainers().stream()
        .filter(container -> container.getName().equals(Names.dnsLabel(main.getFirst())))
        .map(Container::getResources)
        .forEach(
            resources -> {
              resources.getRequests().put(RESOURCE, size);
              resources.getLimits().put(RESOURCE, size);
            });
  }
}
