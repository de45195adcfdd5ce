package dev.longshore.ecs.service;

import dev.longshore.ecs.service.ServiceStatuses.Outcome;

/** State of a rollout and ECS's sentence for it (members {@code rolloutState} and its reason). */
record RolloutState(String name, String reason) {

  static RolloutState of(EcsDeployment deployment, boolean target, Outcome outcome) {
    Course course = outcome.plan().course();
    String prefix = "ECS deployment " + deployment.id();
    if (course.gaveUp(deployment)) {
      DeploymentEnd.Cause cause = course.end().orElseThrow().cause();
      return new RolloutState(
          Rollout.FAILED,
          cause == DeploymentEnd.Cause.REQUEST
              ? prefix + " was stopped."
              : cause.who() + cause.what() + ".");
    }
    if (!target || outcome.rollout().completed()) {
      return new RolloutState(Rollout.COMPLETED, prefix + " completed.");
    }
    return new RolloutState(
        Rollout.IN_PROGRESS,
        course.rollsBack()
            ? course.end().orElseThrow().cause().who()
                + "rolling back to deploymentId "
                + deployment.id()
                + "."
            : prefix + " in progress.");
  }
}
