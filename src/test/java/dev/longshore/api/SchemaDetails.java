package dev.longshore.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the generator's annotations cannot say: keys of lists that several owners may merge, and
 * that a number fits the type that it is read into.
 */
final class SchemaDetails implements CRDPostProcessor {

  /**
   * Lists whose elements have a unique name in ECS; every other list stays atomic, because ECS
   * accepts duplicates in it.
   */
  private static final Map<String, String> KEYS =
      Map.of(
          "containerDefinitions", "name",
          "volumes", "name",
          "secrets", "name",
          "tags", "key",
          "conditions", "type");

  /** Whole numbers of 64 bits; all others have 32. */
  private static final Set<String> LONG =
      Set.of("observedGeneration", "tolerationSeconds", "version");

  /** Whole numbers up to this are the same to whoever reads them as floating point. */
  private static final double SAFE = (1L << 53) - 1;

  private final Map<String, Class<?>> kinds;

  SchemaDetails(Map<String, Class<?>> kinds) {
    this.kinds = kinds;
  }

  @Override
  public HasMetadata process(HasMetadata resource, String ignored) {
    CustomResourceDefinition crd = (CustomResourceDefinition) resource;
    List<String> order = columns(kinds.get(crd.getSpec().getNames().getKind()));
    for (CustomResourceDefinitionVersion version : crd.getSpec().getVersions()) {
      visit(version.getSchema().getOpenAPIV3Schema());
      FrozenSpec frozen = FrozenSpec.KINDS.get(crd.getSpec().getNames().getKind());
      if (frozen != null) {
        frozen.freeze(version.getSchema().getOpenAPIV3Schema().getProperties().get("spec"));
      }
      version
          .getAdditionalPrinterColumns()
          .sort(Comparator.comparing(column -> order.indexOf(column.getName())));
    }
    return resource;
  }

  /** The generator sorts columns by path; readers want them in the order of the source. */
  private static List<String> columns(Class<?> kind) {
    return Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
        .map(AdditionalPrinterColumn::name)
        .toList();
  }

  private static void visit(JSONSchemaProps node) {
    if (node.getProperties() != null) {
      node.getProperties().forEach(SchemaDetails::property);
    }
    if (node.getItems() != null) {
      visit(node.getItems().getSchema());
    }
    if (Boolean.TRUE.equals(node.getXKubernetesPreserveUnknownFields())) {
      node.setType(null);
    }
    // an annotation on a record component is found on its field and on its accessor
    node.setXKubernetesValidations(
        node.getXKubernetesValidations().stream().distinct().collect(Collectors.toList()));
  }

  private static void property(String name, JSONSchemaProps node) {
    String key = KEYS.get(name);
    if (key != null && hasRequired(node, key)) {
      node.setXKubernetesListType("map");
      node.setXKubernetesListMapKeys(List.of(key));
    }
    bound(
        node,
        LONG.contains(name) ? -SAFE : Integer.MIN_VALUE,
        LONG.contains(name) ? SAFE : Integer.MAX_VALUE);
    visit(node);
  }

  /** A larger number would be stored, and stop whoever reads it. */
  private static void bound(JSONSchemaProps node, double least, double most) {
    if ("integer".equals(node.getType())) {
      node.setMinimum(Objects.requireNonNullElse(node.getMinimum(), least));
      node.setMaximum(Objects.requireNonNullElse(node.getMaximum(), most));
    }
    if (node.getItems() != null) {
      bound(node.getItems().getSchema(), least, most);
    }
  }

  private static boolean hasRequired(JSONSchemaProps node, String key) {
    return node.getItems() != null
        && node.getItems().getSchema().getRequired() != null
        && node.getItems().getSchema().getRequired().contains(key);
  }
}
