package dev.longshore.ecs.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.PlacementConstraint;
import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;

/**
 * {@code placementConstraints} and {@code placementStrategy} of CreateService or RunTask, written
 * into the pods for the scheduler to keep.
 */
public record PlacementRequest(
    List<PlacementConstraint> constraints, List<PlacementStrategy> strategy) {
  public PlacementRequest {
    constraints = List.copyOf(constraints);
    strategy = List.copyOf(strategy);
  }

  /**
   * The tasks a request looks at.
   *
   * @param group labels of those that distinctInstance keeps apart
   * @param spread labels of those that a spread counts
   */
  public record Tasks(Map<String, String> group, Map<String, String> spread) {
    public Tasks {
      group = Map.copyOf(group);
      spread = Map.copyOf(spread);
    }
  }

  /** The definition that holds the request's memberOf constraints as if they were its own. */
  public TaskDefinitionSpec constrain(TaskDefinitionSpec definition) {
    List<String> more = expressions();
    if (more.isEmpty()) {
      return definition;
    }
    ObjectNode tree = Mappers.json().valueToTree(definition);
    ArrayNode all = tree.withArray("placementConstraints");
    more.forEach(it -> all.addObject().put("type", "memberOf").put("expression", it));
    return Mappers.json().convertValue(tree, TaskDefinitionSpec.class);
  }

  /** What looks at other tasks; the expressions are the definition's by now. */
  public void write(PodSpec draft, Tasks tasks) {
    Neighbours neighbours = new Neighbours(draft);
    if (constraints.stream().anyMatch(it -> "distinctInstance".equals(it.type()))) {
      neighbours.apart(tasks.group());
    }
    Strategy order = new Strategy(strategy);
    if (order.packs()) {
      neighbours.together();
      Spreads.lift(draft, tasks.spread());
    }
    Spreads.over(order.topologies(), draft, tasks.spread());
  }

  List<String> expressions() {
    return constraints.stream()
        .map(PlacementConstraint::expression)
        .filter(it -> it != null && !it.isEmpty())
        .map(String::valueOf)
        .toList();
  }
}
