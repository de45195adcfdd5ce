package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.LogConfiguration;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ContainerDefinition.logConfiguration, recorded for log agents; the node collects the logs. */
final class Logging implements PodFeature {
  private static final String BASE = "containerDefinitions[].logConfiguration";

  @Override
  public List<FieldRule> fields() {
    String note = "the node collects the logs; recorded in the annotation " + Labels.LOGS;
    return List.of(
        FieldRule.approximated(
            BASE,
            "annotation " + Labels.LOGS,
            "the node collects the logs; log agents find it there"),
        FieldRule.ignored(BASE + ".logDriver", note)
            .except(
                new FieldRule.Exception(
                    FireLens.DRIVER,
                    (value, document) -> value.asText().equals(FireLens.DRIVER),
                    FidelityClass.APPROXIMATED,
                    "the container finds the router in FLUENT_HOST and FLUENT_PORT; its standard"
                        + " output is the node's")),
        FieldRule.ignored(BASE + ".options", note),
        FieldRule.ignored(BASE + ".secretOptions", "the node collects the logs"),
        FieldRule.ignored(BASE + ".secretOptions[].name", "the node collects the logs"),
        FieldRule.ignored(BASE + ".secretOptions[].valueFrom", "the node collects the logs"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, LogConfiguration> recorded = new TreeMap<>();
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      LogConfiguration logs = definition.logConfiguration();
      if (logs != null) {
        recorded.put(
            Containers.name(definition),
            new LogConfiguration(logs.logDriver(), logs.options(), List.of()));
      }
    }
    if (!recorded.isEmpty()) {
      draft.getMetadata().getAnnotations().put(Labels.LOGS, Mappers.canonical(recorded));
    }
  }
}
