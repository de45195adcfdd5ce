package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.query.NodeRules;
import dev.longshore.ecs.query.NodeRules.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of each member of RunTask. */
public final class TaskFields {
  private static final Fidelity RULES =
      new Fidelity(
          Stream.concat(RuleTable.of("RunTask").stream(), Stream.of(expression())).toList());

  private TaskFields() {}

  public static Fidelity rules() {
    return RULES;
  }

  private static FieldRule expression() {
    return FieldRule.equivalent(
            "placementConstraints[].expression",
            "spec.affinity",
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
