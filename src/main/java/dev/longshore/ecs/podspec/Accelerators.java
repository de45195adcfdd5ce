package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Map;

/** ContainerDefinition.resourceRequirements: whole devices a device plugin offers on the nodes. */
final class Accelerators implements PodFeature {
  private static final String BASE = "containerDefinitions[].resourceRequirements";
  private static final Map<String, String> RESOURCES =
      Map.of("GPU", "nvidia.com/gpu", "NeuronDevice", "aws.amazon.com/neuron");

  @Override
  public List<FieldRule> fields() {
    String resources = "containers[].resources.limits";
    return List.of(
        FieldRule.exact(BASE, resources),
        type(BASE + "[].type"),
        FieldRule.exact(BASE + "[].value", resources));
  }

  /** The rule of a type, of a definition or of an override. */
  static FieldRule type(String path) {
    return FieldRule.equivalent(
            path,
            "containers[].resources.limits",
            "nvidia.com/gpu or aws.amazon.com/neuron, unless bindings.devices says otherwise")
        .rejecting(
            "InferenceAccelerator",
            (value, document) -> value.asText().equals("InferenceAccelerator"),
            "Elastic Inference is no longer offered; use type GPU or NeuronDevice");
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    definition
        .resourceRequirements()
        .forEach(
            requirement -> {
              String resource =
                  requirement.type() == null ? null : RESOURCES.get(requirement.type());
              if (resource != null && requirement.value() != null && requirement.type() != null) {
                // requests default to limits; devices cannot be shared
                String bound = inputs.references().device(requirement.type()).orElse(resource);
                Devices.ask(draft, bound, requirement.value());
              }
            });
  }
}
