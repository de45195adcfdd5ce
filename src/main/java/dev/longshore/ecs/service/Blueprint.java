package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps a child as it was first rendered in an annotation of its own. So a newer Longshore, a
 * changed binding or a lost reference never changes a running task, and a foreign edit is undone.
 */
final class Blueprint {
  private Blueprint() {}

  /** The child with its own content, replicas apart, in the annotation. */
  static Deployment stamp(Deployment rendered) {
    String json = Mappers.canonical(withoutReplicas(rendered));
    return new DeploymentBuilder(rendered)
        .editMetadata()
        .addToAnnotations(Labels.BLUEPRINT, json)
        .endMetadata()
        .build();
  }

  /** The child as it was made, told another number of replicas. */
  static Deployment restore(Deployment actual, int replicas) {
    Deployment made = read(actual).orElseGet(() -> adopt(actual));
    return new DeploymentBuilder(stamp(made))
        .editMetadata()
        .withName(actual.getMetadata().getName())
        .withNamespace(actual.getMetadata().getNamespace())
        .endMetadata()
        .editSpec()
        .withReplicas(replicas)
        .endSpec()
        .build();
  }

  /** Labels and annotations as they were made, whatever became of them. */
  static ObjectMeta metadata(Deployment actual) {
    return read(actual).orElse(actual).getMetadata();
  }

  private static Optional<Deployment> read(Deployment actual) {
    String json = actual.getMetadata().getAnnotations().get(Labels.BLUEPRINT);
    try {
      return json == null
          ? Optional.empty()
          : Optional.ofNullable(Mappers.json().readValue(json, Deployment.class))
              .filter(it -> it.getMetadata() != null && it.getSpec() != null);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Somebody removed the annotation: what runs now is what has to stay. */
  private static Deployment adopt(Deployment actual) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withLabels(actual.getMetadata().getLabels())
        .withAnnotations(ours(actual.getMetadata().getAnnotations()))
        .endMetadata()
        .withSpec(actual.getSpec())
        .build();
  }

  private static Map<String, String> ours(Map<String, String> annotations) {
    return annotations.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Labels.PREFIX))
        .filter(entry -> !entry.getKey().equals(Labels.BLUEPRINT))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Deployment withoutReplicas(Deployment rendered) {
    return new DeploymentBuilder(rendered)
        .editMetadata()
        .withName(null)
        .withNamespace(null)
        .removeFromAnnotations(Labels.BLUEPRINT)
        .endMetadata()
        .editSpec()
        .withReplicas(null)
        .endSpec()
        .build();
  }
}
