package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the target deployment is.
 *
 * @param steady every task of it runs and is healthy, none of another one is left, and it waits for
 *     nothing else
 * @param completed it was steady at least once: a deployment that is COMPLETED stays so; told, but
 *     nothing is decided by it, for only the status remembers it of every deployment
 * @param rolling tasks of one deployment may be taking the place of another's
 * @param refusal why the API server takes no pods of it, while that is so
 */
record Rollout(boolean steady, boolean completed, boolean rolling, Optional<String> refusal) {
  static final String COMPLETED = "COMPLETED";
  static final String IN_PROGRESS = "IN_PROGRESS";
  static final String FAILED = "FAILED";

  static Rollout of(ServicePlan plan, ServiceObserved observed, @Nullable ServiceStatus previous) {
    Optional<EcsDeployment> target = plan.course().target();
    boolean open = !plan.course().frozen();
    int desired = plan.bounds().desired();
    boolean settled = open && target.filter(it -> observed.steady(it, desired)).isPresent();
    boolean steady = settled && !plan.course().lingers();
    boolean before = open && target.filter(it -> recorded(it, previous)).isPresent();
    boolean done = !plan.course().failed() && target.filter(observed::completed).isPresent();
    return new Rollout(
        steady,
        steady || before || done,
        !steady && !done,
        settled ? Optional.empty() : observed.refusal());
  }

  private static boolean recorded(EcsDeployment target, @Nullable ServiceStatus previous) {
    return Optional.ofNullable(previous).stream()
        .flatMap(status -> status.deployments().stream())
        .filter(it -> target.id().equals(it.id()) && "PRIMARY".equals(it.status()))
        .map(DeploymentStatus::rolloutState)
        .anyMatch(COMPLETED::equals);
  }
}
