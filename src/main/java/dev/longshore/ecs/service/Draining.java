package dev.longshore.ecs.service;

import dev.longshore.core.Actions;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tasks that are to be elsewhere and are replaced: those on cordoned nodes, as ECS replaces those
 * of a container instance that is DRAINING, and those that move to another zone. Each is marked as
 * the one that a ReplicaSet which shrinks takes first; what is not marked yet is not replaced, for
 * any other might be taken in its place.
 */
final class Draining {
  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
  private static final String FIRST = "-1";

  /** Why a task leaves: its node, or the zone of that. */
  static final String NODE = "node";

  static final String ZONE = "zone";

  private Draining() {}

  /** How many of a child's tasks are to be replaced; what is not ready goes first anyway. */
  static int count(List<Pod> pods, Instant now) {
    return (int)
        pods.stream()
            .filter(pod -> marked(pod) && TaskHealth.isReady(pod) && !Protection.of(pod, now))
            .count();
  }

  /**
   * Marks the tasks that are to be replaced, and no other.
   *
   * @param why says of a task why it is to be elsewhere, if it is
   */
  static void mark(ServiceObserved observed, Function<Pod, Optional<String>> why, Actions actions) {
    for (Pod pod : observed.pods()) {
      if (ServiceObserved.stopping(pod)) {
        continue;
      }
      boolean kept = Protection.of(pod, observed.now());
      Optional<String> leaves = kept ? Optional.empty() : why.apply(pod);
      if (leaves.isPresent() && !(marked(pod) && leaves.equals(why(pod)))) {
        actions.annotate(pod, Map.of(COST, Optional.of(FIRST), Labels.DRAINING, leaves));
      } else if (leaves.isEmpty() && why(pod).isPresent()) {
        actions.annotate(pod, unmarked(kept));
      }
    }
  }

  /** Why a task was marked, if it was. */
  static Optional<String> why(Pod pod) {
    return Optional.ofNullable(annotations(pod).get(Labels.DRAINING));
  }

  /** A task that was protected meanwhile has another cost. */
  private static Map<String, Optional<String>> unmarked(boolean kept) {
    return kept
        ? Map.of(Labels.DRAINING, Optional.empty())
        : Map.of(COST, Optional.empty(), Labels.DRAINING, Optional.empty());
  }

  private static boolean marked(Pod pod) {
    Map<String, String> annotations = annotations(pod);
    return annotations.containsKey(Labels.DRAINING) && FIRST.equals(annotations.get(COST));
  }

  private static Map<String, String> annotations(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }
}
