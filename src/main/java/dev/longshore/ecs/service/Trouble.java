package dev.longshore.ecs.service;

import java.util.Optional;

/**
 * What events tell of tasks that do not start.
 *
 * @param failed deployment that was given up, and not on request
 * @param backTo id of the deployment that runs instead
 * @param unableToStart whether tasks of a deployment that goes on keep stopping before they run
 */
record Trouble(Optional<Failed> failed, Optional<String> backTo, boolean unableToStart) {
  /** A deployment that failed, and of what. */
  record Failed(String deployment, String what) {}

  static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty(), false);

  static Trouble of(Course course, ServiceObserved observed) {
    return new Trouble(
        course
            .end()
            .filter(it -> !it.requested())
            .flatMap(end -> course.wanted().map(it -> new Failed(it.id(), end.cause().what()))),
        course.rollsBack() ? course.target().map(EcsDeployment::id) : Optional.empty(),
        observed.children().stream()
            .filter(it -> !course.gaveUp(it.deployment()))
            .anyMatch(it -> it.marks().failures().unableToStart()));
  }
}
