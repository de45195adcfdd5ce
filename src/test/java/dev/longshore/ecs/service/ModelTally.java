package dev.longshore.ecs.service;

import java.util.Map;
import java.util.TreeMap;

/** How often what was reached, so that sequences that reach nothing are noticed. */
final class ModelTally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }

  void compared(EcsModel model) {
    add("comparisons", 1);
    add("comparisons while PRIMARY is " + model.state(model.primary()), 1);
  }

  void rested(EcsModel model) {
    add("rests", 1);
    add("rests where PRIMARY is " + model.state(model.primary()), 1);
  }

  void restless() {
    add("without rest", 1);
  }

  /** What a sequence told at its end. */
  void told(EcsModel model) {
    model.told().forEach(it -> add("deployments " + it.substring(0, it.lastIndexOf(' ')), 1));
    add("deployments", model.newest());
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
