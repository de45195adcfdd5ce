package dev.longshore.ecs.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.PlacementConstraint;
import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Affinity;
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

  /** The definition that holds the request's memberOf constraints as if they were its own. */
  static TaskDefinitionSpec constrain(TaskDefinitionSpec definition, TaskSpec spec) {
    List<PlacementConstraint> more =
        spec.placementConstraints().stream().filter(it -> it.expression() != null).toList();
    if (more.isEmpty()) {
      return definition;
    }
    ObjectNode tree = Mappers.json().valueToTree(definition);
    ArrayNode all = tree.withArray("placementConstraints");
    more.forEach(it -> all.addObject().put("type", "memberOf").put("expression", it.expression()));
    return Mappers.json().convertValue(tree, TaskDefinitionSpec.class);
  }

  static void write(PodSpec draft, TaskSpec spec, Map<String, String> group) {
    LabelSelector tasks = new LabelSelectorBuilder().withMatchLabels(group).build();
    if (spec.placementConstraints().stream().anyMatch(TaskPlacement::distinct)) {
      draft.setAffinity(
          new AffinityBuilder(Objects.requireNonNullElseGet(draft.getAffinity(), Affinity::new))
              .editOrNewPodAntiAffinity()
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
