package dev.longshore.ecs.service;

import java.util.ArrayList;
import java.util.List;

/**
 * ECS's rolling update: start new tasks up to the maximum, stop old ones down to the minimum of
 * healthy tasks, repeat. Both are judged on the same observation, across all children together.
 */
final class RollingEngine implements Engine {

  @Override
  public Step next(Bounds bounds, List<Child> children) {
    List<Integer> counts = new ArrayList<>(children.stream().map(Child::replicas).toList());
    int started = start(bounds, children, counts);
    int stopped = stop(bounds, children, counts);
    boolean wanting = children.stream().anyMatch(child -> child.replicas() != child.wanted(bounds));
    return new Step(counts, bounds.stuck() && wanting && started + stopped == 0);
  }

  private static int start(Bounds bounds, List<Child> children, List<Integer> counts) {
    long room = bounds.maxTasks() - children.stream().mapToLong(Child::occupied).sum();
    int started = 0;
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      int more = (int) Math.min(room - started, child.wanted(bounds) - child.replicas());
      if (more > 0) {
        counts.set(i, child.replicas() + more);
        started += more;
      }
    }
    return started;
  }

  private static int stop(Bounds bounds, List<Child> children, List<Integer> counts) {
    int healthy = children.stream().mapToInt(Child::lastingHealthy).sum();
    int spare = Math.max(0, healthy - bounds.minHealthy());
    int stopped = 0;
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      int surplus = child.surplus(bounds);
      if (surplus <= 0) {
        continue;
      }
      int stops = child.stoppable(surplus, spare);
      spare -= child.cost(stops);
      counts.set(i, child.replicas() - stops);
      stopped += stops;
    }
    return stopped;
  }
}
