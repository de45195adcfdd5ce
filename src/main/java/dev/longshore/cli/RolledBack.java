package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.ecs.service.ServiceReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service whose spec still names the revision that was rolled back. ECS would start what runs
 * again; here the spec decides, so a forced deployment has to name its revision.
 */
final class RolledBack {
  private static final Set<String> REASONS =
      Set.of("RolledBack", ServiceReason.ROLLING_BACK.text());

  private RolledBack() {}

  /** {@link Refusal} where a forced deployment would begin the failed revision again. */
  static void refuse(Service service, EcsObjects objects) {
    Refusal.raise(refusal(service, objects.revisions()));
  }

  /** Why a forced deployment has to name its revision; empty where it need not. */
  static Optional<String> refusal(Service service, List<TaskDefinitionRevision> revisions) {
    String asked = PlannedService.named(service, revisions);
    return Optional.ofNullable(service.getStatus())
        .filter(it -> wentBack(service, it))
        .map(ServiceStatus::taskDefinition)
        .filter(running -> !running.equals(asked))
        .map(running -> sentence(EcsObjects.name(service), asked, running));
  }

  private static String sentence(String name, String asked, String running) {
    return "%s: %s was rolled back and %s runs; `longshore deploy --service %s --task-definition %s --force-new-deployment` restarts what runs, and the same with %s tries that again."
        .formatted(name, asked, running, name, running, asked);
  }

  private static boolean wentBack(Service service, ServiceStatus status) {
    Long observed = status.observedGeneration();
    return observed != null
        && observed >= service.getMetadata().getGeneration()
        && status.conditions().stream()
            .anyMatch(it -> "Ready".equals(it.getType()) && REASONS.contains(it.getReason()));
  }
}
