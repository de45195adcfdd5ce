package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bounds that a service may be held to: what it asks for, and beside it what it asked for
 * before, until the operator has seen the change and what it had begun by then is over.
 */
final class BoundsInForce {
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private final List<Asked> asked = new ArrayList<>();

  /** When the operator said that it has seen the newest. */
  private Optional<Instant> seen = Optional.empty();

  private record Asked(long generation, Bounds bounds) {}

  void update(Service service, Instant now) {
    long generation = service.getMetadata().getGeneration();
    Bounds bounds = bounds(service);
    if (asked.isEmpty() || !asked.getLast().bounds().equals(bounds)) {
      asked.add(new Asked(generation, bounds));
      seen = Optional.empty();
    }
    ServiceStatus status = service.getStatus();
    Long observed = status == null ? null : status.observedGeneration();
    if (seen.isEmpty() && observed != null && observed >= asked.getLast().generation()) {
      seen = Optional.of(now);
    }
  }

  /** A daemon's maximum is a task a node, which the one DaemonSet cannot exceed. */
  private static Bounds bounds(Service service) {
    Percents percents = Percents.of(service.getSpec());
    if (!Scheduling.daemon(service.getSpec())) {
      return percents.bounds(ServicePlan.desired(service));
    }
    ServiceStatus status = service.getStatus();
    Integer desired = status == null ? null : status.desiredCount();
    Bounds bounds = percents.bounds(desired == null ? 0 : desired);
    return new Bounds(bounds.desired(), bounds.minHealthy(), Integer.MAX_VALUE);
  }

  boolean known() {
    return !asked.isEmpty();
  }

  Bounds newest() {
    return asked.getLast().bounds();
  }

  /** The widest of those that somebody may still act on. */
  Bounds widest(Instant now) {
    if (seen.filter(it -> it.plus(UNDER_WAY).isBefore(now)).isPresent()) {
      asked.subList(0, asked.size() - 1).clear();
    }
    return asked.stream().map(Asked::bounds).reduce(BoundsInForce::wider).orElseThrow();
  }

  private static Bounds wider(Bounds one, Bounds other) {
    return new Bounds(
        other.desired(),
        Math.min(one.minHealthy(), other.minHealthy()),
        Math.max(one.maxTasks(), other.maxTasks()));
  }
}
