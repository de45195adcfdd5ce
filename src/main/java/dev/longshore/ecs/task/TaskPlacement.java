package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.PlacementConstraint;
import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.api.ecs.v1.TaskSpec;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** RunTask.placementConstraints and placementStrategy; both look at the tasks of one group. */
final class TaskPlacement {
  private static final String HOST = "kubernetes.io/hostname";
  private static final Map<String, String> TOPOLOGIES =
      Map.of(
          "instanceId", HOST,
          "host", HOST,
          "attribute:ecs.availability-zone", "topology.kubernetes.io/zone");

  private TaskPlacement() {}

  static void write(PodSpec draft, TaskSpec spec, Map<String, String> group) {
    LabelSelector tasks = new LabelSelectorBuilder().withMatchLabels(group).build();
    if (spec.placementConstraints().stream().anyMatch(TaskPlacement::distinct)) {
      draft.setAffinity(
          new AffinityBuilder()
              .withNewPodAntiAffinity()
              .addToRequiredDuringSchedulingIgnoredDuringExecution(
                  new PodAffinityTermBuilder()
                      .withTopologyKey(HOST)
                      .withLabelSelector(tasks)
                      .build())
              .endPodAntiAffinity()
              .build());
    }
    List<TopologySpreadConstraint> spread =
        spec.placementStrategy().stream()
            .flatMap(TaskPlacement::topology)
            .distinct()
            .map(key -> spread(key, tasks))
            .toList();
    if (!spread.isEmpty()) {
      draft.setTopologySpreadConstraints(spread);
    }
  }

  private static boolean distinct(PlacementConstraint constraint) {
    return "distinctInstance".equals(constraint.type());
  }

  private static Stream<String> topology(PlacementStrategy strategy) {
    return "spread".equals(strategy.type())
        ? Stream.ofNullable(TOPOLOGIES.get(Objects.requireNonNullElse(strategy.field(), "host")))
        : Stream.empty();
  }

  private static TopologySpreadConstraint spread(String topology, LabelSelector tasks) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(topology)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withLabelSelector(tasks)
        .build();
  }
}
