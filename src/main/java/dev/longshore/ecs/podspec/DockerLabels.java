package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ContainerDefinition.dockerLabels: containers of a pod have no labels, so an annotation of it. */
final class DockerLabels implements PodFeature {
  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.approximated(
            "containerDefinitions[].dockerLabels",
            "annotation " + Labels.DOCKER_LABELS,
            "in one annotation of the pod, by container"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, Map<String, String>> recorded = new TreeMap<>();
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      if (!definition.dockerLabels().isEmpty()) {
        recorded.put(Containers.name(definition), definition.dockerLabels());
      }
    }
    if (!recorded.isEmpty()) {
      draft.getMetadata().getAnnotations().put(Labels.DOCKER_LABELS, Mappers.canonical(recorded));
    }
  }
}
