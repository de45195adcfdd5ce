package dev.longshore.ecs.placement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.query.NodeRules;
import dev.longshore.ecs.query.NodeRules.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of each member of placementConstraints and placementStrategy. */
public final class PlacementFields {
  private static final String CONSTRAINTS = "placementConstraints";
  private static final String STRATEGY = "placementStrategy";

  private PlacementFields() {}

  public static List<FieldRule> rules() {
    String affinity = "spec.affinity";
    String spread = "topologySpreadConstraints";
    String weighed = "the scheduler weighs it with its own scores";
    return List.of(
        FieldRule.equivalent(CONSTRAINTS, affinity, "the scheduler keeps it"),
        FieldRule.equivalent(
            CONSTRAINTS + "[].type",
            affinity,
            "distinctInstance keeps the tasks of one group apart"),
        expression(affinity),
        FieldRule.approximated(STRATEGY, spread, weighed),
        FieldRule.approximated(STRATEGY + "[].type", spread, weighed)
            .except(
                value(
                    "binpack",
                    "tasks prefer nodes that have many tasks, not those with the least left; after"
                        + " a spread they are not packed"))
            .except(value("random", "left to the scheduler, which weighs its own scores")),
        FieldRule.approximated(
            STRATEGY + "[].field",
            spread,
            "the label of the node that an attribute is; binpack packs by number whatever it says"));
  }

  private static FieldRule.Exception value(String type, String note) {
    return new FieldRule.Exception(
        type, (value, document) -> value.asText().equals(type), FidelityClass.APPROXIMATED, note);
  }

  private static FieldRule expression(String becomes) {
    return FieldRule.equivalent(
            CONSTRAINTS + "[].expression",
            becomes,
            "attributes are labels of nodes: ECS's own are Kubernetes' well-known ones, others are"
                + " attribute.ecs.longshore.dev/NAME")
        .except(
            new FieldRule.Exception(
                "malformed, or what the scheduler has nothing like",
                (value, document) -> reason(value) != null,
                FidelityClass.REJECTED,
                "refused with the position: patterns, text that is ordered, and what only ECS's"
                    + " agent knows",
                (value, document) -> Objects.requireNonNull(reason(value))));
  }

  private static @Nullable String reason(JsonNode value) {
    Outcome outcome = NodeRules.of(List.of(value.asText()));
    return outcome instanceof Outcome.Refused(String reason) ? reason : null;
  }
}
