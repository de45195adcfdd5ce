package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.podsecurity.PodSecurityStandards;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What no {@code kubernetes.podTemplate} may hold, wherever it runs, so that it is refused when the
 * definition is registered: what Pod Security baseline forbids, and the marks of Longshore and of
 * Kubernetes' controllers.
 */
record TemplateRefusals(List<Refusal> all) {
  private static final String OWN = Labels.PREFIX.substring(0, Labels.PREFIX.length() - 1);

  /**
   * One value that has to go.
   *
   * @param path below the template
   */
  record Refusal(String path, String sentence) {
    private boolean covers(String leaf) {
      String whole = CustomTemplate.PATH + "." + path;
      return leaf.equals(whole) || leaf.startsWith(whole + ".") || leaf.startsWith(whole + "[");
    }
  }

  static TemplateRefusals of(JsonNode template) {
    JsonNode read =
        Mappers.json().valueToTree(Mappers.json().convertValue(template, PodTemplateSpec.class));
    Stream<Refusal> forbidden =
        PodSecurityStandards.ofPiece(read).stream()
            .map(it -> new Refusal(it.path(), it.sentence()));
    return new TemplateRefusals(Stream.concat(forbidden, marks(template)).toList());
  }

  /** Labels and annotations by which tasks are found and told of, which nobody else may write. */
  static Stream<Refusal> marks(JsonNode template) {
    String sentence = "only Longshore writes keys of " + OWN + "; remove it";
    return Stream.of(
            keys(template, "labels", TemplateRefusals::owned, sentence),
            keys(template, "annotations", TemplateRefusals::owned, sentence),
            keys(
                template,
                "labels",
                ReservedLabels::has,
                "Kubernetes' own controllers write this label; remove it"))
        .flatMap(it -> it);
  }

  private static Stream<Refusal> keys(
      JsonNode template, String map, Predicate<String> refused, String sentence) {
    return template.path("metadata").path(map).properties().stream()
        .filter(it -> refused.test(it.getKey()))
        .map(it -> new Refusal("metadata." + map + "." + it.getKey(), sentence));
  }

  /** The refusal of each leaf of a registered template. */
  static FieldRule.Exception rule() {
    return new FieldRule.Exception(
        "beyond Pod Security baseline, or a mark of Longshore's or of a controller",
        new FieldRule.AtPath((document, path) -> find(document, path).isPresent()),
        FidelityClass.REJECTED,
        "refused with the remedy",
        new FieldRule.OfPath(
            (document, path) -> find(document, path).map(Refusal::sentence).orElse("")));
  }

  private static Optional<Refusal> find(JsonNode document, String leaf) {
    JsonNode template = document.path("kubernetes").path("podTemplate");
    return of(template).all().stream().filter(it -> it.covers(leaf)).findFirst();
  }

  private static boolean owned(String key) {
    return key.substring(0, Math.max(0, key.indexOf('/'))).endsWith(OWN);
  }
}
