package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDependency;
import dev.longshore.ecs.pods.Stop;
import dev.longshore.ecs.task.InPod.Place;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ContainerDefinition.startTimeout, in seconds from a container's start: when others still wait for
 * its COMPLETE, SUCCESS or HEALTHY then, the task never gets going and stops.
 */
record StartTimeouts(TaskObserved seen) {
  private static final String START = "START";

  /** A container that has kept others waiting for too long. */
  private record Late(TaskContainer container, String condition) {
    Instant at() {
      return container
          .startedAt()
          .orElseThrow()
          .plusSeconds(Objects.requireNonNullElse(container.definition().startTimeout(), 0));
    }

    String reason() {
      return "Task failed to start: container %s was not %s within its startTimeout of %d seconds"
          .formatted(container.name(), condition, container.definition().startTimeout());
    }
  }

  Optional<Stop> stop(Instant now) {
    return pending()
        .filter(late -> !late.at().isAfter(now))
        .findFirst()
        .map(late -> new Stop(Stop.FAILED_TO_START, late.reason()));
  }

  /** When the first of them runs out; an event would not tell. */
  Optional<Instant> deadline() {
    return pending().map(Late::at).min(Instant::compareTo);
  }

  private Stream<Late> pending() {
    return seen.containers().stream()
        .filter(it -> it.definition().startTimeout() != null && it.started() && it.running())
        .flatMap(
            it ->
                seen.containers().stream()
                    .filter(other -> !other.started())
                    .flatMap(other -> other.definition().dependsOn().stream())
                    .filter(wanted -> it.name().equals(wanted.containerName()))
                    .filter(wanted -> isUnmet(it, wanted))
                    .map(wanted -> new Late(it, String.valueOf(wanted.condition()))));
  }

  private static boolean isUnmet(TaskContainer container, ContainerDependency wanted) {
    boolean healthy =
        container.inPod().place() == Place.BESIDE
            && container.status() != null
            && Boolean.TRUE.equals(container.status().getStarted());
    return !START.equals(wanted.condition()) && !healthy;
  }
}
