package dev.longshore.ecs.task;

import java.util.Locale;
import java.util.Objects;

/**
 * Why the scheduler finds no node, in the words of RunTask's failures.
 *
 * @param reason such as {@code RESOURCE:MEMORY}
 * @param message the scheduler's own; empty before it looked
 */
record Shortage(String reason, String message) {

  static Shortage of(TaskObserved seen) {
    String message =
        seen.condition("PodScheduled")
            .filter(it -> "False".equals(it.getStatus()))
            .map(it -> Objects.requireNonNullElse(it.getMessage(), ""))
            .orElse("");
    return new Shortage(reason(message.toLowerCase(Locale.ROOT)), message);
  }

  boolean waits() {
    return !message.isEmpty();
  }

  /** The resource first: a node that fits but for its taints is no room for anybody. */
  private static String reason(String message) {
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
