package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentCircuitBreaker;
import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.ThresholdConfiguration;

/**
 * When a deployment is given up (API shape {@code DeploymentCircuitBreaker}).
 *
 * @param enabled whether failures are counted against a threshold at all
 * @param rollback whether the last completed deployment is brought back
 * @param resetOnHealthyTask whether only failures in a row count
 * @param type BOUNDED_PERCENT, UNBOUNDED_PERCENT or COUNT
 * @param value percent of the desired count, or tasks
 */
record CircuitBreaker(
    boolean enabled, boolean rollback, boolean resetOnHealthyTask, String type, int value) {
  private static final String BOUNDED = "BOUNDED_PERCENT";
  private static final int PERCENT = 50;
  private static final int FEWEST = 3;
  private static final int MOST = 200;

  static final CircuitBreaker OFF = new CircuitBreaker(false, false, true, BOUNDED, PERCENT);

  static CircuitBreaker of(ServiceSpec spec) {
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    DeploymentCircuitBreaker asked =
        configuration == null ? null : configuration.deploymentCircuitBreaker();
    if (asked == null || !Boolean.TRUE.equals(asked.enable())) {
      return OFF;
    }
    ThresholdConfiguration threshold = asked.thresholdConfiguration();
    String type = threshold == null ? null : threshold.type();
    Integer value = threshold == null ? null : threshold.value();
    return new CircuitBreaker(
        true,
        Boolean.TRUE.equals(asked.rollback()),
        !Boolean.FALSE.equals(asked.resetOnHealthyTask()),
        type == null ? BOUNDED : type,
        value == null ? PERCENT : value);
  }

  /** Failed tasks that trip it at the desired count of now. */
  int threshold(int desired) {
    int share = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv((long) value * desired, 100L));
    return switch (type) {
      case "COUNT" -> value;
      case "UNBOUNDED_PERCENT" -> share;
      default -> Math.min(MOST, Math.max(FEWEST, share));
    };
  }

  boolean trips(int failedTasks, int desired) {
    return enabled && failedTasks > 0 && failedTasks >= threshold(desired);
  }
}
