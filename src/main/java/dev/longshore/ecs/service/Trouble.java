package dev.longshore.ecs.service;

import java.util.Optional;

/**
 * What events tell of tasks that do not start.
 *
 * @param failed id of the deployment that the circuit breaker gave up
 * @param backTo id of the deployment that runs instead
 * @param unableToStart whether tasks of a deployment that goes on keep stopping before they run
 */
record Trouble(Optional<String> failed, Optional<String> backTo, boolean unableToStart) {
  static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty(), false);

  static Trouble of(Course course, ServiceObserved observed) {
    return new Trouble(
        course.end().filter(it -> !it.requested()).isPresent()
            ? course.wanted().map(EcsDeployment::id)
            : Optional.empty(),
        course.rollsBack() ? course.target().map(EcsDeployment::id) : Optional.empty(),
        observed.children().stream()
            .filter(it -> !course.gaveUp(it.deployment()))
            .anyMatch(it -> it.marks().failures().unableToStart()));
  }
}
