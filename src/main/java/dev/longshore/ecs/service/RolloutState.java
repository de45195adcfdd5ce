package dev.longshore.ecs.service;

import dev.longshore.ecs.service.ServiceStatuses.Outcome;

/** State of a rollout and ECS's sentence for it (members {@code rolloutState} and its reason). */
record RolloutState(String name, String reason) {

  static RolloutState of(EcsDeployment deployment, boolean target, Outcome outcome) {
    Course course = outcome.plan().course();
    String prefix = "ECS deployment " + deployment.id();
    String breaker = "ECS deployment circuit breaker: ";
    boolean requested = course.end().filter(DeploymentEnd::requested).isPresent();
    if (course.gaveUp(deployment)) {
      return new RolloutState(
          Rollout.FAILED,
          requested ? prefix + " was stopped." : breaker + "tasks failed to start.");
    }
    if (!target || outcome.rollout().completed()) {
      return new RolloutState(Rollout.COMPLETED, prefix + " completed.");
    }
    String back = "rolling back to deploymentId " + deployment.id() + ".";
    return new RolloutState(
        Rollout.IN_PROGRESS,
        !course.rollsBack()
            ? prefix + " in progress."
            : requested ? "ECS deployment: " + back : breaker + back);
  }
}
