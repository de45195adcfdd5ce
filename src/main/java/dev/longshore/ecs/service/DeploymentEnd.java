package dev.longshore.ecs.service;

import dev.longshore.ecs.service.ServiceStatuses.Outcome;

/** State of a rollout and ECS's sentence for it (members {@code rolloutState} and its reason). */
record DeploymentEnd(String rolloutState, String reason) {

  static DeploymentEnd of(EcsDeployment deployment, boolean target, Outcome outcome) {
    Course course = outcome.plan().course();
    String name = "ECS deployment " + deployment.id();
    if (course.failed() && course.wanted().filter(deployment::equals).isPresent()) {
      return new DeploymentEnd(
          Rollout.FAILED, "ECS deployment circuit breaker: tasks failed to start.");
    }
    if (!target || outcome.rollout().completed()) {
      return new DeploymentEnd(Rollout.COMPLETED, name + " completed.");
    }
    return new DeploymentEnd(
        Rollout.IN_PROGRESS,
        course.rollsBack()
            ? "ECS deployment circuit breaker: rolling back to deploymentId "
                + deployment.id()
                + "."
            : name + " in progress.");
  }
}
