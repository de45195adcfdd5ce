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
    return new Step(counts, bounds.stuck() && rolling(children) && started + stopped == 0);
  }

  /** Whether tasks of one deployment are still to take the place of another's. */
  private static boolean rolling(List<Child> children) {
    return children.stream().anyMatch(child -> child.target() == 0 && child.replicas() > 0)
        && children.stream().anyMatch(child -> child.replicas() < child.target());
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
    int needless = needless(bounds, children, healthy);
    int stopped = 0;
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      int most = child.replaced() ? needless : Integer.MAX_VALUE;
      int surplus = Math.min(child.surplus(bounds), most);
      if (surplus <= 0) {
        continue;
      }
      int stops = child.stoppable(surplus, spare);
      spare -= child.cost(stops);
      needless -= child.replaced() ? stops : 0;
      counts.set(i, child.replicas() - stops);
      stopped += stops;
    }
    return stopped;
  }

  /**
   * Older tasks that the service does without, healthy or not. Below the minimum those that are
   * left must be able to make it up, or a target that never gets healthy would take the place of a
   * deployment that works, one failed task after the other. Where that leaves no room for anything
   * new, now or later, what has no healthy task at all gives way.
   */
  private static int needless(Bounds bounds, List<Child> children, int healthy) {
    if (healthy >= bounds.minHealthy() || healthy == 0 && bounds.stuck()) {
      return Integer.MAX_VALUE;
    }
    int hoped = children.stream().mapToInt(Child::hoped).sum();
    return Math.max(0, hoped - bounds.minHealthy());
  }
}
