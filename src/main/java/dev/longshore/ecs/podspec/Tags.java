package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * RegisterTaskDefinitionRequest.tags: on the pods where propagateTags brings them. What is a legal
 * and free label can be selected by; any tag, label or not, is in one annotation as it was written.
 */
final class Tags implements PodFeature {
  private static final int LONGEST = 63;
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");

  @Override
  public List<FieldRule> fields() {
    String becomes = "labels, and the annotation " + Labels.TAGS;
    String note =
        "on the pods where propagateTags brings them; a label only where it is legal and"
            + " no controller's";
    return List.of(
        FieldRule.equivalent("tags", becomes, note),
        FieldRule.equivalent("tags[].key", becomes, note),
        FieldRule.equivalent("tags[].value", becomes, note));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, String> tags = new TreeMap<>();
    for (Tag tag : inputs.tags()) {
      if (tag.key() != null) {
        tags.put(tag.key(), Objects.requireNonNullElse(tag.value(), ""));
      }
    }
    tags.forEach(
        (key, value) -> {
          if (isLegal(key) && isLegal(value) && !ReservedLabels.has(key)) {
            // never over a label that selects
            draft.getMetadata().getLabels().putIfAbsent(key, value);
          }
        });
    if (!tags.isEmpty()) {
      draft.getMetadata().getAnnotations().put(Labels.TAGS, Mappers.canonical(tags));
    }
  }

  private static boolean isLegal(String text) {
    return text.length() <= LONGEST && LABEL.matcher(text).matches();
  }
}
