package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.KeyValuePair;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** ContainerDefinition.environment: literal values; of two with one name the last wins. */
final class Environment implements PodFeature {
  private static final String BASE = "containerDefinitions[].environment";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(BASE, "containers[].env"),
        FieldRule.exact(BASE + "[].name", "containers[].env[].name"),
        FieldRule.exact(BASE + "[].value", "containers[].env[].value"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    Map<String, EnvVar> variables = new LinkedHashMap<>();
    for (KeyValuePair pair : definition.environment()) {
      if (pair.name() != null) {
        // null, not "": the server drops an empty value and would differ from ours for ever
        String value = Objects.requireNonNullElse(pair.value(), "");
        String literal = value.isEmpty() ? null : Expansion.literal(value);
        variables.put(pair.name(), new EnvVar(pair.name(), literal, null));
      }
    }
    draft.getEnv().addAll(variables.values());
  }
}
