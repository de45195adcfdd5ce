package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.ContainerRestartPolicy;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerRestartRule;
import io.fabric8.kubernetes.api.model.ContainerRestartRuleOnExitCodes;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * ContainerDefinition.restartPolicy. In a task that runs once what has ended stays ended, unless
 * its own policy restarts it; the containers of a service are restarted by the kubelet anyway, so
 * that they heal, at its pace, while the operator is down.
 */
final class Restarts implements PodFeature {
  private static final String BASE = "containerDefinitions[].restartPolicy";
  private static final String NEVER = "Never";

  @Override
  public List<FieldRule> fields() {
    String becomes = "containers[].restartPolicy";
    return List.of(
        FieldRule.approximated(
            BASE,
            becomes,
            "restarted in place with growing pauses; not at all in a task that runs once on"
                + " Kubernetes older than 1.35"),
        FieldRule.approximated(
                BASE + ".enabled",
                becomes,
                "restarted in place with growing pauses, up to 5 minutes; ECS makes none")
            .except(
                new FieldRule.Exception(
                    "false",
                    (value, document) -> !value.asBoolean(),
                    FidelityClass.EQUIVALENT,
                    "as without a policy: see essential")),
        FieldRule.approximated(
            BASE + ".ignoredExitCodes",
            "containers[].restartPolicyRules",
            "the containers of a service are restarted whatever their exit code"),
        FieldRule.approximated(
            BASE + ".restartAttemptPeriod",
            "the kubelet's pauses",
            "in a task that runs once an essential container that fails early ends the task; any"
                + " other is restarted after a pause that doubles from 10 s"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    ContainerRestartPolicy policy = definition.restartPolicy();
    if (inputs.lifetime() == Lifetime.SERVICE
        || !inputs.server().restartRules()
        || policy == null
        || !Boolean.TRUE.equals(policy.enabled())) {
      return;
    }
    // a set: the API server takes no code twice
    List<Integer> ignored = new ArrayList<>(new LinkedHashSet<>(policy.ignoredExitCodes()));
    if (phase(definition, inputs) == StartOrder.Phase.BEFORE && !ignored.contains(0)) {
      // what others wait for to end has ended once it succeeds
      ignored.addFirst(0);
    }
    draft.setRestartPolicy(ignored.isEmpty() ? "Always" : NEVER);
    if (!ignored.isEmpty()) {
      var codes = new ContainerRestartRuleOnExitCodes("NotIn", ignored);
      draft.setRestartPolicyRules(List.of(new ContainerRestartRule("Restart", codes)));
    }
  }

  private static StartOrder.Phase phase(ContainerDefinition definition, PodInputs inputs) {
    return StartOrder.of(inputs.definition())
        .step(Objects.requireNonNullElse(definition.name(), ""))
        .phase();
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    if (inputs.lifetime() == Lifetime.TASK) {
      draft.getSpec().setRestartPolicy(NEVER);
    }
  }
}
