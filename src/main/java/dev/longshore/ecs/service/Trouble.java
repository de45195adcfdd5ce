package dev.longshore.ecs.service;

import java.util.Optional;

/**
 * What events tell of tasks that do not start.
 *
 * @param failed deployment that was given up, and not on request
 * @param backTo id of the deployment that runs instead
 * @param unableToStart whether tasks of a deployment that goes on keep stopping before they run
 * @param held what scale-in protection keeps although it should be stopped
 */
record Trouble(
    Optional<Failed> failed, Optional<String> backTo, boolean unableToStart, Optional<Held> held) {
  /** A deployment that failed, and of what. */
  record Failed(String deployment, String what) {}

  /**
   * Tasks of a deployment that cannot be stopped.
   *
   * @param tasks how many of them are protected
   */
  record Held(String deployment, int tasks) {}

  static final Trouble NONE =
      new Trouble(Optional.empty(), Optional.empty(), false, Optional.empty());

  /** Without how a deployment ended, which is told once. */
  Trouble goesOn() {
    return new Trouble(Optional.empty(), Optional.empty(), unableToStart, held);
  }

  static Trouble of(Course course, ServiceObserved observed, int desired) {
    return new Trouble(
        course
            .end()
            .filter(it -> !it.requested())
            .flatMap(end -> course.wanted().map(it -> new Failed(it.id(), end.cause().what()))),
        course.rollsBack() ? course.target().map(EcsDeployment::id) : Optional.empty(),
        observed.deployments().stream()
            .filter(it -> !course.gaveUp(it))
            .anyMatch(it -> observed.failures(it).unableToStart()),
        held(course, observed, desired));
  }

  /** An older deployment is to have no tasks, the target no more than desired. */
  private static Optional<Held> held(Course course, ServiceObserved observed, int desired) {
    return observed.deployments().stream()
        .map(it -> new Held(it.id(), Protection.count(it, observed)))
        .filter(it -> it.tasks() > (course.isTarget(it.deployment()) ? desired : 0))
        .findFirst();
  }
}
