package dev.longshore.ecs.service;

import java.util.Optional;

/**
 * What events tell of tasks that do not start.
 *
 * @param failed id of the deployment that was given up
 * @param backTo id of the deployment that runs instead
 * @param unableToStart whether tasks keep stopping before they run
 */
record Trouble(Optional<String> failed, Optional<String> backTo, boolean unableToStart) {
  static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty(), false);

  static Trouble of(Course course, ServiceObserved observed) {
    return new Trouble(
        course.failed() ? course.wanted().map(EcsDeployment::id) : Optional.empty(),
        course.rollsBack() ? course.target().map(EcsDeployment::id) : Optional.empty(),
        observed.children().stream().anyMatch(it -> it.marks().failures().unableToStart()));
  }
}
