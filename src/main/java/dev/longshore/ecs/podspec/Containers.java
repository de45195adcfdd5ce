package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionKubernetes;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** ContainerDefinition.name, image and essential. */
final class Containers implements PodFeature {
  private static final String BASE = "containerDefinitions[].";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact("containerDefinitions", "spec.containers"),
        FieldRule.exact(BASE + "name", "containers[].name")
            .except(
                new FieldRule.Exception(
                    "not a DNS label",
                    (value, document) -> !Names.dnsLabel(value.asText()).equals(value.asText()),
                    FidelityClass.EQUIVALENT,
                    "made DNS-safe; the ECS name is in the annotation " + Labels.CONTAINERS)),
        FieldRule.exact(BASE + "image", "containers[].image, imagePullPolicy")
            .rejecting(
                "with white space around it",
                (value, document) -> !value.asText().strip().equals(value.asText()),
                "Kubernetes takes no white space around the name of an image; remove it"),
        essential(),
        versionConsistency(),
        FieldRule.exact("kubernetes.imagePullPolicy", "containers[].imagePullPolicy"),
        FieldRule.exact("kubernetes.desiredStatus", "state of the revision"),
        FieldRule.exact("kubernetes.revisionHistoryLimit", "how many revisions are kept"),
        FieldRule.exact("kubernetes", "Longshore's own members"));
  }

  private static FieldRule essential() {
    return FieldRule.approximated(
            BASE + "essential",
            "the end of the task",
            "in a service the kubelet restarts the container in place until the operator"
                + " replaces the task; a task that runs once ends as in ECS")
        .except(
            new FieldRule.Exception(
                "false",
                (value, document) -> !value.asBoolean(true),
                FidelityClass.APPROXIMATED,
                "in a service the kubelet restarts the container, and the task is not ready"
                    + " meanwhile; in a task that runs once it stays stopped"));
  }

  private static FieldRule versionConsistency() {
    return FieldRule.approximated(
            BASE + "versionConsistency",
            "imagePullPolicy",
            "a tag is not fixed to a digest: each task runs what the tag means when it starts; name"
                + " the image by digest to fix it")
        .except(
            new FieldRule.Exception(
                "disabled",
                (value, document) -> value.asText().equals("disabled"),
                FidelityClass.EXACT,
                ""))
        .except(
            new FieldRule.Exception(
                "enabled, and every image has a digest",
                (value, document) -> digests(document),
                FidelityClass.EXACT,
                ""));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    String image = requireNonNull(definition.image(), "validated: image");
    draft.setName(name(definition));
    draft.setImage(image);
    TaskDefinitionKubernetes ours = inputs.definition().kubernetes();
    String wanted = ours == null ? null : ours.imagePullPolicy();
    draft.setImagePullPolicy(wanted == null ? pullPolicy(image) : wanted);
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, String> changed = new TreeMap<>();
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      String name = name(definition);
      if (!name.equals(definition.name())) {
        changed.put(name, requireNonNull(definition.name()));
      }
    }
    if (!changed.isEmpty()) {
      draft.getMetadata().getAnnotations().put(Labels.CONTAINERS, Mappers.canonical(changed));
    }
  }

  private static boolean digests(JsonNode document) {
    return StreamSupport.stream(document.path("containerDefinitions").spliterator(), false)
        .allMatch(container -> container.path("image").asText().contains("@sha256:"));
  }

  /** The pod's name for a container. */
  static String name(ContainerDefinition definition) {
    return Names.dnsLabel(requireNonNull(definition.name(), "validated: name"));
  }

  /** ECS's agent pulls a tag at each task start; a digest cannot change, nor a local image. */
  private static String pullPolicy(String image) {
    return image.contains("@sha256:") || image.startsWith("localhost/") ? "IfNotPresent" : "Always";
  }
}
