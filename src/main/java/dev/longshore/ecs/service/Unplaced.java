package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.Shortage;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Optional;

/**
 * A task that finds no place, in the words of ECS's service events. The scheduler tells how many
 * nodes lack what, so the closest container instance is told without its name.
 */
final class Unplaced {
  private static final String NONE_MET =
      " was unable to place a task because no container instance met all of its requirements.";
  private static final String NO_CAPACITY =
      " was unable to place a task. Reason: Capacity is unavailable at this time. Please try again"
          + " later or in a different availability zone.";
  private static final String CLOSEST = " The closest matching container-instance ";

  private static final Map<String, String> CLOSEST_MATCH =
      Map.of(
          "RESOURCE:MEMORY", CLOSEST + "has insufficient memory available.",
          "RESOURCE:CPU", CLOSEST + "has insufficient CPU units available.",
          "RESOURCE:PORTS", CLOSEST + "is already using a port required by your task.");

  private Unplaced() {}

  /** Of the first task that the scheduler found no node for. */
  static Optional<String> of(ServiceObserved observed) {
    return observed.pods().stream()
        .filter(pod -> !ServiceObserved.stopping(pod) && pod.getSpec().getNodeName() == null)
        .filter(pod -> Shortage.of(pod).waits() && !gated(pod))
        .map(pod -> sentence(provider(pod), Shortage.of(pod)))
        .findFirst();
  }

  private static String sentence(String provider, Shortage shortage) {
    if (provider.equals("FARGATE") || provider.equals("FARGATE_SPOT")) {
      return NO_CAPACITY;
    }
    if (shortage.reason().equals("NO ACTIVE INSTANCES")) {
      return provider.isEmpty()
          ? NONE_MET + " Reason: No Container Instances were found in your cluster."
          : " was unable to reach steady state. Reason: No Container Instances were found in your"
              + " capacity provider.";
    }
    return NONE_MET + CLOSEST_MATCH.getOrDefault(shortage.reason(), attribute(shortage));
  }

  /** A claim that is missing keeps a task from every node, too, and is no attribute of one. */
  private static String attribute(Shortage shortage) {
    boolean lacks =
        shortage.message().contains("node affinity/selector")
            || shortage.message().contains("untolerated taint");
    return shortage.reason().equals("ATTRIBUTE") && lacks
        ? CLOSEST + "is missing an attribute required by your task."
        : "";
  }

  /** Somebody holds it back, and no node was looked for. */
  private static boolean gated(Pod pod) {
    return !pod.getSpec().getSchedulingGates().isEmpty();
  }

  private static String provider(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getLabels())
        .map(labels -> labels.get(Labels.CAPACITY_PROVIDER))
        .orElse("");
  }
}
