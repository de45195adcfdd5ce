package dev.longshore.ecs.service;

import dev.longshore.ecs.service.ServiceStatuses.Outcome;
import java.util.Optional;

/** State of a rollout and ECS's sentence for it (members {@code rolloutState} and its reason). */
record RolloutState(String name, String reason) {

  /**
   * Of one deployment of the service.
   *
   * @param completed whether it was steady once
   */
  static RolloutState of(EcsDeployment deployment, boolean completed, Outcome outcome) {
    Course course = outcome.plan().course();
    String prefix = "ECS deployment " + deployment.id();
    Optional<DeploymentEnd> end =
        course.gaveUp(deployment)
            ? course.end()
            : outcome.observed().end(deployment).filter(DeploymentEnd::givenUp);
    if (end.isPresent()) {
      DeploymentEnd.Cause cause = end.get().cause();
      return new RolloutState(
          Rollout.FAILED,
          cause == DeploymentEnd.Cause.REQUEST
              ? prefix + " was stopped."
              : cause.who() + cause.what() + ".");
    }
    if (completed) {
      return new RolloutState(Rollout.COMPLETED, prefix + " completed.");
    }
    return new RolloutState(
        Rollout.IN_PROGRESS,
        course.rollsBack() && course.isTarget(deployment.id())
            ? course.end().orElseThrow().cause().who()
                + "rolling back to deploymentId "
                + deployment.id()
                + "."
            : prefix + " in progress.");
  }
}
