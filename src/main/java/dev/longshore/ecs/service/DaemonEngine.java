package dev.longshore.ecs.service;

import java.util.List;

/**
 * DAEMON: the target has a task on every node that it may have, and older ones those that are left.
 * No start waits for room, for a task stops before another starts on its node; see {@link
 * DaemonRoll} for the stops.
 */
final class DaemonEngine implements Engine {

  @Override
  public Step next(Bounds bounds, List<Child> children) {
    List<Child> older = children.stream().filter(child -> child.target() == 0).toList();
    boolean waiting =
        older.stream().anyMatch(child -> child.live() > 0)
            && older.stream().allMatch(child -> child.live() == child.healthy());
    return new Step(
        children.stream().map(it -> it.target() > 0 ? it.target() : it.live()).toList(),
        bounds.stuck() && waiting);
  }
}
