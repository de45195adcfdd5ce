package dev.longshore.api;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Transition rules that freeze a revision's spec but for {@code kubernetes.desiredStatus}; one rule
 * a member, so that the refusal names the member that changed.
 */
final class FrozenSpec {
  private static final String MESSAGE =
      "A task definition revision never changes: register a new revision instead.";

  private FrozenSpec() {}

  static void freeze(JSONSchemaProps spec) {
    Map<String, JSONSchemaProps> members = new TreeMap<>(spec.getProperties());
    JSONSchemaProps ours = members.remove("kubernetes");
    members.values().removeIf(FrozenSpec::untyped);
    members.values().forEach(member -> add(member, "self == oldSelf"));
    add(spec, presence(members));
    Map<String, JSONSchemaProps> frozen = new TreeMap<>(ours.getProperties());
    frozen.remove("desiredStatus");
    frozen.values().forEach(member -> add(member, "self == oldSelf"));
    frozen.keySet().forEach(name -> add(spec, extension("kubernetes." + name)));
  }

  /** CEL cannot see members without a type; only ignored response members have none. */
  private static boolean untyped(JSONSchemaProps member) {
    return Boolean.TRUE.equals(member.getXKubernetesPreserveUnknownFields());
  }

  /** A member's own rule does not run when the member appears or vanishes. */
  private static String presence(Map<String, JSONSchemaProps> members) {
    return members.keySet().stream()
        .map(name -> "has(self.%1$s) == has(oldSelf.%1$s)".formatted(name))
        .collect(Collectors.joining(" && "));
  }

  private static String extension(String path) {
    return "(has(self.kubernetes) && has(self.%1$s)) == (has(oldSelf.kubernetes) && has(oldSelf.%1$s))"
        .formatted(path);
  }

  private static void add(JSONSchemaProps node, String rule) {
    List<ValidationRule> rules = new ArrayList<>(node.getXKubernetesValidations());
    rules.add(new ValidationRuleBuilder().withRule(rule).withMessage(MESSAGE).build());
    node.setXKubernetesValidations(rules);
  }
}
