package dev.longshore.ecs.service;

import dev.longshore.core.Applier;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The child Deployments of one service as a watch told them. Whoever wrote replicas may have seen
 * any state of the last moments, so a write is held to the kindest of them.
 */
final class ChildrenSeen {
  private static final Duration MOMENTS = Duration.ofSeconds(2);

  private final Map<String, Deque<State>> children = new HashMap<>();

  private record State(Instant at, Deployment child) {}

  /**
   * What a write of replicas does.
   *
   * @param started tasks it asks for
   * @param healthy tasks that stayed before it, whichever the ReplicaSets choose
   * @param left those that stay after it
   * @param replicas of each child before it, by {@link #key}
   */
  record Write(
      String child, int started, int healthy, int left, Map<String, Integer> replicas, Instant at) {
    /** Tasks there are or will be, with so many live ones of each child. */
    int occupied(Map<String, Integer> live) {
      return Stream.concat(replicas.keySet().stream(), live.keySet().stream())
          .distinct()
          .mapToInt(it -> Math.max(replicas.getOrDefault(it, 0), live.getOrDefault(it, 0)))
          .sum();
    }
  }

  /** Remembers it; what it says if the operator wrote other replicas than before. */
  Optional<Write> update(Deployment child, Instant now) {
    String name = child.getMetadata().getName();
    Deque<State> states = children.computeIfAbsent(name, it -> new ArrayDeque<>());
    int before = states.isEmpty() ? 0 : states.getLast().child().getSpec().getReplicas();
    int after = child.getSpec().getReplicas();
    Optional<Write> write =
        before == after || !ours(child)
            ? Optional.empty()
            : Optional.of(write(child, Math.max(0, after - before), now));
    states.add(new State(now, child));
    return write;
  }

  void remove(Deployment child) {
    children.remove(child.getMetadata().getName());
  }

  /** How long a task of the same child has to be ready; 0 while no child is known. */
  int minReadySeconds(HasMetadata task) {
    return children.values().stream()
        .map(it -> it.getLast().child())
        .filter(it -> key(it).equals(key(task)))
        .findFirst()
        .map(it -> it.getSpec().getMinReadySeconds())
        .orElse(0);
  }

  /** Tells children apart, and is the same for their tasks. */
  static String key(HasMetadata object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels.get(Labels.DEPLOYMENT) + "/" + labels.getOrDefault(Labels.CAPACITY_PROVIDER, "");
  }

  private Write write(Deployment child, int started, Instant now) {
    int healthy = 0;
    int left = 0;
    Map<String, Integer> replicas = new HashMap<>();
    for (Deque<State> states : children.values()) {
      if (states.isEmpty()) {
        continue;
      }
      Deployment last = states.getLast().child();
      int told = last.getSpec().getReplicas();
      boolean written = last.getMetadata().getName().equals(child.getMetadata().getName());
      replicas.put(key(last), told);
      healthy += lasting(last.getStatus(), told);
      left += kindest(states, written ? child.getSpec().getReplicas() : told, now);
    }
    return new Write(child.getMetadata().getName(), started, healthy, left, replicas, now);
  }

  private static int kindest(Deque<State> states, int replicas, Instant now) {
    while (states.size() > 1 && states.getFirst().at().plus(MOMENTS).isBefore(now)) {
      states.removeFirst();
    }
    return states.stream()
        .mapToInt(it -> lasting(it.child().getStatus(), replicas))
        .max()
        .orElse(0);
  }

  /** Healthy tasks that stay whichever of the ready ones the ReplicaSet stops. */
  private static int lasting(DeploymentStatus status, int replicas) {
    if (status == null) {
      return 0;
    }
    int ready = status.getReadyReplicas() == null ? 0 : status.getReadyReplicas();
    int healthy = status.getAvailableReplicas() == null ? 0 : status.getAvailableReplicas();
    return Math.max(0, healthy - Math.max(0, ready - replicas));
  }

  /** Whether the operator was the last to write replicas. */
  private static boolean ours(Deployment child) {
    return child.getMetadata().getManagedFields().stream()
        .filter(it -> Serialization.asJson(it.getFieldsV1()).contains("\"f:replicas\""))
        .filter(it -> it.getSubresource() == null || it.getSubresource().isEmpty())
        .map(ManagedFieldsEntry::getManager)
        .anyMatch(Applier.FIELD_MANAGER::equals);
  }
}
