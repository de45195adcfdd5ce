package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The tasks of one service as a watch told them. */
final class TasksSeen {
  private static final Duration KEPT = Duration.ofSeconds(5);

  /** Nothing of ours stops these; of evictions the PodDisruptionBudget is asked. */
  private static final Set<String> BY_OTHERS =
      Set.of(
          "DeletionByTaintManager",
          "DeletionByPodGC",
          "EvictionByEvictionAPI",
          "TerminationByKubelet",
          "PreemptionByScheduler");

  private final Map<String, Pod> live = new HashMap<>();
  private final Deque<Count> counts = new ArrayDeque<>();
  private final Deque<Instant> losses = new ArrayDeque<>();

  private record Count(Instant at, Map<String, Integer> byChild) {}

  /** What became of a task. */
  enum Change {
    NONE,
    STARTED,
    /** Told to stop while it was healthy. */
    STOPPED
  }

  Change update(Pod pod, boolean deleted, ChildrenSeen children, Instant now) {
    String uid = pod.getMetadata().getUid();
    Pod before = live.get(uid);
    boolean gone = deleted || pod.getMetadata().getDeletionTimestamp() != null || failed(pod);
    if (gone) {
      live.remove(uid);
    } else {
      live.put(uid, pod);
    }
    counts.add(new Count(now, byChild()));
    if (before == null) {
      return gone ? Change.NONE : Change.STARTED;
    }
    int after = children.minReadySeconds(pod);
    if (!healthy(before, after, now)) {
      return Change.NONE;
    }
    boolean spontaneous = gone ? failed(pod) || byOthers(pod) : !healthy(pod, after, now);
    if (spontaneous) {
      losses.add(now);
    }
    return gone && !spontaneous ? Change.STOPPED : Change.NONE;
  }

  int count() {
    return live.size();
  }

  int healthy(ChildrenSeen children, Instant now) {
    return (int)
        live.values().stream().filter(it -> healthy(it, children.minReadySeconds(it), now)).count();
  }

  /** Tasks that stopped being healthy by themselves just now. */
  int losses(Instant now) {
    while (!losses.isEmpty() && losses.getFirst().plus(KEPT).isBefore(now)) {
      losses.removeFirst();
    }
    return losses.size();
  }

  /** The least that a write of about that moment had to reckon with. */
  int leastOccupied(ChildrenSeen.Write write) {
    Instant from = write.at().minusSeconds(1);
    while (counts.size() > 1 && counts.getFirst().at().plus(KEPT).isBefore(from)) {
      counts.removeFirst();
    }
    int least = write.occupied(last(from));
    for (Count count : counts) {
      if (!count.at().isBefore(from)) {
        least = Math.min(least, write.occupied(count.byChild()));
      }
    }
    return least;
  }

  private Map<String, Integer> last(Instant until) {
    return counts.stream()
        .filter(it -> it.at().isBefore(until))
        .reduce((one, other) -> other)
        .map(Count::byChild)
        .orElse(Map.of());
  }

  private Map<String, Integer> byChild() {
    Map<String, Integer> byChild = new HashMap<>();
    live.values().forEach(it -> byChild.merge(ChildrenSeen.key(it), 1, Integer::sum));
    return byChild;
  }

  /** By itself: the kubelet says so. */
  private static boolean failed(Pod pod) {
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return "Failed".equals(phase) || "Succeeded".equals(phase);
  }

  private static boolean byOthers(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .filter(it -> it.getType().equals("DisruptionTarget"))
            .anyMatch(it -> it.getReason() != null && BY_OTHERS.contains(it.getReason()));
  }

  private static boolean healthy(Pod pod, int after, Instant now) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .filter(it -> it.getType().equals("Ready") && it.getStatus().equals("True"))
            .map(it -> Instant.parse(it.getLastTransitionTime()).plusSeconds(after))
            .anyMatch(it -> !it.isAfter(now));
  }
}
