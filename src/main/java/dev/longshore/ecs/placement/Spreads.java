package dev.longshore.ecs.placement;

import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spreading as a wish of the scheduler's: ECS's strategies are best effort. */
final class Spreads {
  private Spreads() {}

  /** Even over the values of these labels of nodes. */
  static void over(List<String> labels, PodSpec draft, Map<String, String> tasks) {
    labels.forEach(label -> add(draft, constraint(label, 1, tasks)));
  }

  /** A pod that says nothing is spread over nodes; one that takes any skew is not. */
  static void lift(PodSpec draft, Map<String, String> tasks) {
    add(draft, constraint(Strategy.HOST, Integer.MAX_VALUE, tasks));
  }

  /** What the definition's own template says of a label stays; the API takes one of each. */
  private static void add(PodSpec draft, TopologySpreadConstraint constraint) {
    List<TopologySpreadConstraint> all = new ArrayList<>(draft.getTopologySpreadConstraints());
    if (all.stream().noneMatch(it -> constraint.getTopologyKey().equals(it.getTopologyKey()))) {
      all.add(constraint);
      draft.setTopologySpreadConstraints(all);
    }
  }

  private static TopologySpreadConstraint constraint(
      String label, int skew, Map<String, String> tasks) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(skew)
        .withTopologyKey(label)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withLabelSelector(new LabelSelectorBuilder().withMatchLabels(tasks).build())
        .build();
  }
}
