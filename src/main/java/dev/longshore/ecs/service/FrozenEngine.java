package dev.longshore.ecs.service;

import java.util.ArrayList;
import java.util.List;

/**
 * A deployment that was given up without one to go back to: nothing is started. Of what was given
 * up only working tasks stay, older ones all; above the desired count the former go first.
 */
final class FrozenEngine implements Engine {

  @Override
  public Step next(Bounds bounds, List<Child> children) {
    List<Integer> counts =
        new ArrayList<>(
            children.stream()
                .map(it -> it.target() > 0 ? Math.min(it.replicas(), it.ready()) : it.replicas())
                .toList());
    int surplus = counts.stream().mapToInt(Integer::intValue).sum() - bounds.desired();
    int healthy = children.stream().mapToInt(Child::lastingHealthy).sum();
    int spare = Math.max(0, healthy - bounds.minHealthy());
    for (int i = 0; i < counts.size() && surplus > 0; i++) {
      Child child = children.get(i);
      int gone = child.replicas() - counts.get(i);
      int fewer = Math.min(surplus, Math.max(0, counts.get(i) - child.held()));
      int stops = Math.max(gone, child.stoppable(gone + fewer, spare));
      spare -= child.cost(stops);
      surplus -= stops - gone;
      counts.set(i, child.replicas() - stops);
    }
    return new Step(counts, false);
  }
}
