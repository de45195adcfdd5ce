package dev.longshore.ecs.pods;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the scheduler finds no node, in the words of RunTask's failures.
 *
 * @param reason such as {@code RESOURCE:MEMORY}
 * @param message the scheduler's own; empty before it looked
 */
public record Shortage(String reason, String message) {
  private static final String INITIALIZATION = "ResourceInitializationError";
  private static final Pattern CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");

  /** Of the condition {@code PodScheduled} of a pod. */
  public static Shortage of(Optional<PodCondition> scheduled) {
    String message =
        scheduled
            .filter(it -> "False".equals(it.getStatus()))
            .map(it -> Objects.requireNonNullElse(it.getMessage(), ""))
            .orElse("");
    return new Shortage(reason(message.toLowerCase(Locale.ROOT)), message);
  }

  /** Of a pod that may not have a status yet. */
  public static Shortage of(Pod pod) {
    return of(
        pod.getStatus() == null
            ? Optional.empty()
            : pod.getStatus().getConditions().stream()
                .filter(it -> "PodScheduled".equals(it.getType()))
                .findFirst());
  }

  public boolean waits() {
    return !message.isEmpty();
  }

  /** What a task is told that nobody waits for any longer. */
  public String stoppedReason() {
    return missing().orElseGet(() -> "TaskFailedToStart: " + reason);
  }

  /** The sentence about a claim that does not exist; no node can have room for its task. */
  public Optional<String> missing() {
    Matcher claim = CLAIM.matcher(message);
    return claim.find()
        ? Optional.of(
            "%s: unable to mount the volumes of the task: PersistentVolumeClaim %s does not exist; create it, or bind the volume to another in the cluster's bindings."
                .formatted(INITIALIZATION, claim.group(1)))
        : Optional.empty();
  }

  /** The resource first: a node that fits but for its taints is no room for anybody. */
  private static String reason(String message) {
    if (CLAIM.matcher(message).find()) {
      return INITIALIZATION;
    }
    if (message.contains("insufficient memory")) {
      return "RESOURCE:MEMORY";
    }
    if (message.contains("insufficient cpu")) {
      return "RESOURCE:CPU";
    }
    if (message.contains("gpu") || message.contains("insufficient aws.amazon.com/neuron")) {
      return "RESOURCE:GPU";
    }
    if (message.contains("free ports")) {
      return "RESOURCE:PORTS";
    }
    if (message.contains("insufficient")) {
      return "RESOURCE";
    }
    if (message.contains("no nodes available") || message.contains("0/0 nodes")) {
      return "NO ACTIVE INSTANCES";
    }
    return "ATTRIBUTE";
  }
}
