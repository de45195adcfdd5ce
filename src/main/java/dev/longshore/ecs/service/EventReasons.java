package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.core.Events.Occurrence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reasons of the Kubernetes Events beside a service's own: those that tell a state, none of single
 * tasks. The first row that is in the message counts.
 */
record EventReasons(Pattern message, String type, String reason) {
  private static final List<EventReasons> ROWS =
      List.of(
          warning("TasksRefused", Pattern.quote(ServiceEvents.NOT_LAUNCHED)),
          warning(
              "TaskPlacementFailure", " was unable to place a task\\b| No Container Instances "),
          warning("DeploymentFailed", Pattern.quote(ServiceEvents.FAILED)),
          warning("RollingBack", Pattern.quote(ServiceEvents.ROLLING_BACK)),
          warning("DeploymentStalled", Pattern.quote(ServiceEvents.STUCK)),
          warning("TasksFailToStart", Pattern.quote(ServiceEvents.INCONSISTENT)),
          warning("TasksProtected", Pattern.quote(ServiceEvents.PROTECTED)),
          normal("DeploymentCompleted", Pattern.quote(ServiceEvents.COMPLETED)),
          normal("SteadyState", Pattern.quote(ServiceEvents.STEADY)));

  static Optional<Occurrence> occurrence(ServiceEvent event) {
    String message = String.valueOf(event.message());
    return ROWS.stream()
        .filter(row -> row.message().matcher(message).find())
        .findFirst()
        .map(row -> new Occurrence(String.valueOf(event.id()), row.type(), row.reason(), message));
  }

  private static EventReasons warning(String reason, String message) {
    return new EventReasons(Pattern.compile(message), "Warning", reason);
  }

  private static EventReasons normal(String reason, String message) {
    return new EventReasons(Pattern.compile(message), "Normal", reason);
  }
}
