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
    for (int i = 0; i < counts.size() && surplus > 0; i++) {
      int fewer = Math.min(surplus, Math.max(0, counts.get(i) - children.get(i).held()));
      counts.set(i, counts.get(i) - fewer);
      surplus -= fewer;
    }
    return new Step(counts, false);
  }
}
