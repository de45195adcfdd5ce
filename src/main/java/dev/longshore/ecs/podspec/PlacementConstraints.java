package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.TaskDefinitionPlacementConstraint;
import dev.longshore.core.Labels;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.query.NodeRules;
import dev.longshore.ecs.query.NodeRules.Outcome;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** RegisterTaskDefinitionRequest.placementConstraints: memberOf, binding as in ECS. */
final class PlacementConstraints implements PodFeature {
  private static final String BASE = "placementConstraints";

  @Override
  public List<FieldRule> fields() {
    String becomes = "spec.affinity";
    return List.of(
        FieldRule.equivalent(BASE, becomes, "the scheduler keeps it"),
        FieldRule.equivalent(
                BASE + "[].expression",
                becomes,
                "attributes are labels of nodes: ECS's own are Kubernetes' well-known ones, others"
                    + " are attribute.ecs.longshore.dev/NAME")
            .except(
                new FieldRule.Exception(
                    "malformed, or what the scheduler has nothing like",
                    (value, document) -> reason(value, document) != null,
                    FidelityClass.REJECTED,
                    "refused with the position: patterns, text that is ordered, and what only ECS's"
                        + " agent knows",
                    (value, document) -> Objects.requireNonNull(reason(value, document)))),
        FieldRule.exact(BASE + "[].type", ""));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    List<String> expressions =
        inputs.definition().placementConstraints().stream()
            .map(TaskDefinitionPlacementConstraint::expression)
            .filter(Objects::nonNull)
            .toList();
    if (NodeRules.of(expressions) instanceof Outcome.Rules(NodeRules rules)) {
      apply(draft, rules);
    } else {
      // a registered definition has none; placing the task anywhere would break a binding rule
      throw new IllegalArgumentException("placementConstraints: " + expressions);
    }
  }

  private static void apply(PodTemplateSpec draft, NodeRules rules) {
    AffinityBuilder affinity = new AffinityBuilder();
    if (!rules.terms().isEmpty()) {
      affinity
          .withNewNodeAffinity()
          .withNewRequiredDuringSchedulingIgnoredDuringExecution()
          .withNodeSelectorTerms(rules.terms())
          .endRequiredDuringSchedulingIgnoredDuringExecution()
          .endNodeAffinity();
    }
    if (!rules.together().isEmpty()) {
      affinity
          .withNewPodAffinity()
          .withRequiredDuringSchedulingIgnoredDuringExecution(groups(rules.together()))
          .endPodAffinity();
    }
    if (!rules.apart().isEmpty()) {
      affinity
          .withNewPodAntiAffinity()
          .withRequiredDuringSchedulingIgnoredDuringExecution(groups(rules.apart()))
          .endPodAntiAffinity();
    }
    if (affinity.hasNodeAffinity() || affinity.hasPodAffinity() || affinity.hasPodAntiAffinity()) {
      draft.getSpec().setAffinity(affinity.build());
    }
  }

  private static List<PodAffinityTerm> groups(Collection<String> groups) {
    return new TreeSet<>(groups)
        .stream()
            .map(
                group ->
                    new PodAffinityTermBuilder()
                        .withTopologyKey("kubernetes.io/hostname")
                        .withNewLabelSelector()
                        .addToMatchLabels(Labels.TASK_GROUP, group)
                        .endLabelSelector()
                        .build())
            .toList();
  }

  /** Why an expression, or all of the document's together, cannot be kept. */
  private static @Nullable String reason(JsonNode value, JsonNode document) {
    List<String> all =
        StreamSupport.stream(document.path(BASE).spliterator(), false)
            .map(constraint -> constraint.path("expression").asText(""))
            .filter(expression -> !expression.isEmpty())
            .toList();
    Outcome own = NodeRules.of(List.of(value.asText()));
    Outcome outcome = own instanceof Outcome.Refused ? own : NodeRules.of(all);
    return outcome instanceof Outcome.Refused(String reason) ? reason : null;
  }
}
