package dev.longshore.api;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Transition rules that freeze a spec but for some members of {@code kubernetes}; one rule a
 * member, so that the refusal names the member that changed.
 *
 * @param message what the refusal says
 * @param free members of {@code kubernetes} that may change
 */
record FrozenSpec(String message, Set<String> free) {
  /** Kinds whose objects never change, and what may change all the same. */
  static final Map<String, FrozenSpec> KINDS =
      Map.of(
          "TaskDefinitionRevision",
          new FrozenSpec(
              "A task definition revision never changes: register a new revision instead.",
              Set.of("desiredStatus")),
          "Task",
          new FrozenSpec(
              "A task never changes: create a new one instead.",
              Set.of("desiredStatus", "stopReason")));

  void freeze(JSONSchemaProps spec) {
    Map<String, JSONSchemaProps> members = new TreeMap<>(spec.getProperties());
    JSONSchemaProps ours = members.remove("kubernetes");
    members.values().removeIf(FrozenSpec::untyped);
    members.values().forEach(member -> add(member, "self == oldSelf"));
    add(spec, presence(members));
    Map<String, JSONSchemaProps> frozen = new TreeMap<>(ours.getProperties());
    frozen.keySet().removeAll(free);
    frozen.values().removeIf(FrozenSpec::untyped);
    frozen.values().forEach(member -> add(member, "self == oldSelf"));
    frozen.keySet().forEach(name -> add(spec, extension("kubernetes." + name)));
  }

  /** CEL cannot see members without a type: ignored ones, and one frozen by its digest. */
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

  private void add(JSONSchemaProps node, String rule) {
    List<ValidationRule> rules = new ArrayList<>(node.getXKubernetesValidations());
    rules.add(new ValidationRuleBuilder().withRule(rule).withMessage(message).build());
    node.setXKubernetesValidations(rules);
  }
}
