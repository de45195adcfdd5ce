package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.HealthCheck;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** ECS's health of containers and tasks (API member {@code healthStatus}) from readiness. */
final class TaskHealth {
  static final String HEALTHY = "HEALTHY";
  static final String UNHEALTHY = "UNHEALTHY";
  static final String UNKNOWN = "UNKNOWN";
  private static final int INTERVAL = 30;
  private static final int RETRIES = 3;

  private TaskHealth() {}

  /** Only essential containers with a check count; UNHEALTHY outweighs UNKNOWN. */
  static String of(List<TaskContainer> containers, Instant now) {
    List<String> counted =
        containers.stream()
            .filter(TaskContainer::essential)
            .filter(TaskHealth::checked)
            .map(it -> of(it, now))
            .toList();
    if (counted.isEmpty() || counted.contains(UNHEALTHY)) {
      return counted.isEmpty() ? UNKNOWN : UNHEALTHY;
    }
    return counted.contains(UNKNOWN) ? UNKNOWN : HEALTHY;
  }

  static String of(TaskContainer container, Instant now) {
    if (!checked(container) || !container.essential() || !container.running()) {
      return UNKNOWN;
    }
    var status = Objects.requireNonNull(container.status());
    if (Boolean.TRUE.equals(status.getReady())) {
      return HEALTHY;
    }
    return failingSince(container).filter(it -> !it.isAfter(now)).isPresent() ? UNHEALTHY : UNKNOWN;
  }

  /** When the next container turns UNHEALTHY, unless its check succeeds before. */
  static Optional<Instant> deadline(List<TaskContainer> containers, Instant now) {
    return containers.stream()
        .filter(it -> it.essential() && it.running() && of(it, now).equals(UNKNOWN))
        .flatMap(it -> failingSince(it).stream())
        .filter(it -> it.isAfter(now))
        .min(Instant::compareTo);
  }

  /** The first moment at which so many checks can have failed that ECS calls it unhealthy. */
  private static Optional<Instant> failingSince(TaskContainer container) {
    HealthCheck check = container.definition().healthCheck();
    if (check == null || !checked(container)) {
      return Optional.empty();
    }
    long seconds =
        Objects.requireNonNullElse(check.startPeriod(), 0)
            + (long) Objects.requireNonNullElse(check.interval(), INTERVAL)
                * Objects.requireNonNullElse(check.retries(), RETRIES);
    return container.runningSince().map(it -> it.plusSeconds(seconds));
  }

  private static boolean checked(TaskContainer container) {
    HealthCheck check = container.definition().healthCheck();
    return check != null
        && !check.command().isEmpty()
        && !check.command().getFirst().equals("NONE");
  }
}
