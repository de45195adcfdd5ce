package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.ecs.service.ServiceObserved.Running;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the primary deployment is.
 *
 * @param steady every task of it runs and is healthy, and none of an older one is left
 * @param completed it was steady at least once: a deployment that is COMPLETED stays so
 * @param refusal why the API server takes no pods of it, while that is so
 */
record Rollout(boolean steady, boolean completed, Optional<String> refusal) {
  static final String COMPLETED = "COMPLETED";
  static final String IN_PROGRESS = "IN_PROGRESS";

  static Rollout of(ServicePlan plan, ServiceObserved observed, @Nullable ServiceStatus previous) {
    boolean steady = plan.primary().map(it -> steady(it, plan, observed)).orElse(false);
    boolean before = plan.primary().map(it -> recorded(it, previous)).orElse(false);
    return new Rollout(steady, steady || before, steady ? Optional.empty() : observed.refusal());
  }

  private static boolean steady(EcsDeployment primary, ServicePlan plan, ServiceObserved observed) {
    List<Running> mine =
        observed.children().stream().filter(it -> it.deployment().equals(primary)).toList();
    int desired = plan.bounds().desired();
    return !mine.isEmpty()
        && mine.stream().mapToInt(Running::replicas).sum() == desired
        && mine.stream().mapToInt(it -> it.tasks().running()).sum() == desired
        && mine.stream().mapToInt(it -> Math.min(it.replicas(), it.healthy())).sum() == desired
        && observed.children().stream().mapToInt(it -> it.tasks().live()).sum() == desired;
  }

  private static boolean recorded(EcsDeployment primary, @Nullable ServiceStatus previous) {
    return Optional.ofNullable(previous).stream()
        .flatMap(status -> status.deployments().stream())
        .filter(it -> primary.id().equals(it.id()))
        .map(DeploymentStatus::rolloutState)
        .anyMatch(COMPLETED::equals);
  }
}
