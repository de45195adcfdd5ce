package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionKubernetes;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Digest;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code kubernetes.podTemplate}: what Kubernetes can and ECS has no word for, merged over
 * everything else. What it makes of the pod is judged as the rest is, see {@link Admission}.
 */
public final class CustomTemplate implements PodFeature {
  static final String PATH = "kubernetes.podTemplate";
  private static final int DIGEST = 32;

  CustomTemplate() {}

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(PATH, "the pod template")
            .except(
                new FieldRule.Exception(
                    "not a pod template",
                    (value, document) -> mistake(document).isPresent(),
                    FidelityClass.REJECTED,
                    "refused with the place",
                    (value, document) -> mistake(document).orElse("")))
            .except(TemplateRefusals.rule()),
        FieldRule.ignored("kubernetes.podTemplateDigest", "written by Longshore on revisions"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Object custom = custom(inputs.definition());
    if (custom == null) {
      return;
    }
    ObjectNode rendered = Mappers.json().valueToTree(draft);
    JsonNode merged = TemplateMerge.merge(rendered, Mappers.json().valueToTree(custom));
    PodTemplateSpec result = Mappers.json().convertValue(merged, PodTemplateSpec.class);
    // selectors find tasks by these
    Map<String, String> labels = new TreeMap<>(result.getMetadata().getLabels());
    labels.putAll(inputs.labels());
    result.getMetadata().setLabels(labels);
    draft.setMetadata(result.getMetadata());
    draft.setSpec(result.getSpec());
  }

  /** Identifies a template; CEL, which freezes the rest of a revision, cannot see into one. */
  public static String digest(JsonNode template) {
    return Digest.of(Mappers.canonical(template)).hex(DIGEST);
  }

  /** What keeps a revision from running: its template is not the one that was registered. */
  static Optional<Problem> altered(TaskDefinitionSpec definition) {
    TaskDefinitionKubernetes ours = definition.kubernetes();
    String registered = ours == null ? null : ours.podTemplateDigest();
    JsonNode template = Mappers.json().valueToTree(custom(definition));
    return registered == null || registered.equals(digest(template))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "PodTemplateAltered",
                "kubernetes.podTemplate: it was changed after the revision was registered; put it"
                    + " back, or register a new revision."));
  }

  /** What keeps a revision from running that somebody made by hand: its template is none. */
  static Optional<Problem> unreadable(TaskDefinitionSpec definition) {
    JsonNode template = of(definition);
    return template.isMissingNode()
        ? Optional.empty()
        : mistakeOf(template)
            .map(it -> new Problem("PodTemplateUnreadable", PATH + ": " + it + "."));
  }

  /** The template of a definition as a tree; missing when it has none. */
  static JsonNode of(TaskDefinitionSpec definition) {
    Object custom = custom(definition);
    return custom == null ? MissingNode.getInstance() : Mappers.json().valueToTree(custom);
  }

  private static @Nullable Object custom(TaskDefinitionSpec definition) {
    return definition.kubernetes() == null ? null : definition.kubernetes().podTemplate();
  }

  private static Optional<String> mistake(JsonNode document) {
    return mistakeOf(document.path("kubernetes").path("podTemplate"));
  }

  private static Optional<String> mistakeOf(JsonNode template) {
    try {
      if (!template.isObject()) {
        return Optional.of("it is not an object; give metadata and spec of a pod template");
      }
      Mappers.json().convertValue(template, PodTemplateSpec.class);
      return TemplateMembers.unknown(template)
          .map(it -> "%s is no member of a pod template; correct or remove it".formatted(it));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Optional.of("it is not a pod template: " + message);
    }
  }
}
