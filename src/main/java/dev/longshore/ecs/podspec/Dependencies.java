package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.podspec.StartOrder.Phase;
import dev.longshore.ecs.podspec.StartOrder.Step;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** ContainerDefinition.dependsOn and startTimeout: who starts when, by {@link StartOrder}. */
final class Dependencies implements PodFeature {
  private static final String BASE = "containerDefinitions[].";
  private static final String COMPLETE = "COMPLETE";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.equivalent(BASE + "dependsOn", "initContainers", "in the order of the graph"),
        FieldRule.equivalent(
            BASE + "dependsOn[].containerName", "initContainers", "in the order of the graph"),
        condition(),
        FieldRule.approximated(
            BASE + "startTimeout",
            "initContainers[].startupProbe",
            "a task that runs once stops, as in ECS; in a service the kubelet restarts the container"
                + " (HEALTHY), or the others go on waiting (COMPLETE, SUCCESS)"));
  }

  private static FieldRule condition() {
    return FieldRule.equivalent(
            BASE + "dependsOn[].condition",
            "initContainers",
            "a sidecar (START; HEALTHY with a startup probe) or an init container (COMPLETE;"
                + " SUCCESS); a sidecar that ends is started again")
        .except(
            new FieldRule.Exception(
                "SUCCESS",
                (value, document) -> value.asText().equals("SUCCESS"),
                FidelityClass.APPROXIMATED,
                "in a service the kubelet tries a container that fails again in its place until the"
                    + " task is replaced"))
        .except(
            new FieldRule.Exception(
                "COMPLETE of a container without entryPoint",
                (value, document) -> value.asText().equals(COMPLETE) && isOpaque(document),
                FidelityClass.APPROXIMATED,
                "its exit code has to be 0, as with SUCCESS; give its entryPoint and any will do"))
        .except(
            new FieldRule.Exception(
                "HEALTHY where nothing essential waits",
                (value, document) -> value.asText().equals("HEALTHY") && !isHeld(document),
                FidelityClass.APPROXIMATED,
                "started after the other, but without waiting for its health: the pod would end"
                    + " with the container that waits"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, Container> drafts = new LinkedHashMap<>();
    Map<String, ContainerDefinition> definitions = new LinkedHashMap<>();
    List<Container> rendered = draft.getSpec().getContainers();
    List<ContainerDefinition> given = inputs.definition().containerDefinitions();
    for (int i = 0; i < given.size(); i++) {
      String name = requireNonNullElse(given.get(i).name(), "");
      drafts.put(name, rendered.get(i));
      definitions.put(name, given.get(i));
    }
    StartOrder order = StartOrder.of(inputs.definition());
    for (Step step : order.steps()) {
      arrange(drafts.getOrDefault(step.container(), new Container()), step);
    }
    draft
        .getSpec()
        .setInitContainers(
            order.steps().stream()
                .filter(step -> step.phase() != Phase.MAIN)
                .map(step -> drafts.get(step.container()))
                .toList());
    draft
        .getSpec()
        .setContainers(order.in(Phase.MAIN).stream().map(name -> drafts.get(name)).toList());
  }

  private static void arrange(Container draft, Step step) {
    if (step.phase() == Phase.MAIN) {
      return;
    }
    // it stops after everyone who needs it, so it has nothing to drain
    draft.setLifecycle(null);
    if (step.phase() == Phase.BESIDE) {
      draft.setRestartPolicy("Always");
      draft.setRestartPolicyRules(List.of());
      return;
    }
    draft.setReadinessProbe(null);
    draft.setStartupProbe(null);
    if (!step.awaited().contains("SUCCESS")) {
      AnyExitCode.accept(draft);
    }
  }

  private static boolean isOpaque(JsonNode document) {
    List<JsonNode> containers = list(document.path("containerDefinitions")).toList();
    List<String> awaited =
        containers.stream()
            .flatMap(container -> list(container.path("dependsOn")))
            .filter(dependency -> dependency.path("condition").asText().equals(COMPLETE))
            .map(dependency -> dependency.path("containerName").asText())
            .toList();
    return containers.stream()
        .filter(container -> awaited.contains(container.path("name").asText()))
        .anyMatch(container -> container.path("entryPoint").isEmpty());
  }

  /** Whether an essential container has nobody waiting for it, and so keeps the pod going. */
  private static boolean isHeld(JsonNode document) {
    List<JsonNode> containers = list(document.path("containerDefinitions")).toList();
    List<String> awaited =
        containers.stream()
            .flatMap(container -> list(container.path("dependsOn")))
            .map(dependency -> dependency.path("containerName").asText())
            .toList();
    return containers.stream()
        .filter(container -> container.path("essential").asBoolean(true))
        .anyMatch(container -> !awaited.contains(container.path("name").asText()));
  }

  private static Stream<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
