package dev.longshore.ecs.service;

import dev.longshore.ecs.service.ServiceStatuses.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What events tell of tasks that do not start or do not stay.
 *
 * @param failed deployment that was given up, and not on request
 * @param backTo id of the deployment that runs instead
 * @param unableToStart whether tasks of a deployment that goes on keep stopping before they run
 * @param held what scale-in protection keeps although it should be stopped
 * @param unhealthy tasks that others are started for
 * @param unplaced why a task finds no place, as a sentence
 * @param unlaunched tasks that the API server does not take
 */
record Trouble(
    Optional<Failed> failed,
    Optional<String> backTo,
    boolean unableToStart,
    Optional<Held> held,
    int unhealthy,
    Optional<String> unplaced,
    Optional<Unlaunched> unlaunched) {
  /** A deployment that failed, and of what. */
  record Failed(String deployment, String what) {}

  /**
   * Tasks of a deployment that cannot be stopped.
   *
   * @param tasks how many of them are protected
   */
  record Held(String deployment, int tasks) {}

  static final Trouble NONE =
      new Trouble(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty());

  /** Without how a deployment ended, which is told once. */
  Trouble goesOn() {
    return new Trouble(
        Optional.empty(), Optional.empty(), unableToStart, held, unhealthy, unplaced, unlaunched);
  }

  static Trouble of(Outcome outcome) {
    Course course = outcome.plan().course();
    ServiceObserved observed = outcome.observed();
    int desired = outcome.plan().bounds().desired();
    return new Trouble(
        course
            .end()
            .filter(it -> !it.requested())
            .flatMap(end -> course.wanted().map(it -> new Failed(it.id(), end.cause().what()))),
        course.rollsBack() ? course.target().map(EcsDeployment::id) : Optional.empty(),
        observed.deployments().stream()
            .filter(it -> !course.gaveUp(it))
            .anyMatch(it -> observed.failures(it).unableToStart()),
        held(course, observed, desired),
        unhealthy(outcome),
        Unplaced.of(observed),
        Unlaunched.of(outcome));
  }

  /** Only where a task of the deployment takes the place of one of its own. */
  private static int unhealthy(Outcome outcome) {
    List<Running> mine =
        outcome.plan().course().target().stream().flatMap(outcome.observed()::of).toList();
    int live = mine.stream().mapToInt(it -> it.tasks().live()).sum();
    return outcome.rollout().completed() || live > outcome.plan().bounds().desired()
        ? mine.stream().mapToInt(Running::unhealthy).sum()
        : 0;
  }

  /** An older deployment is to have no tasks, the target no more than desired. */
  private static Optional<Held> held(Course course, ServiceObserved observed, int desired) {
    return observed.deployments().stream()
        .map(it -> new Held(it.id(), Protection.count(it, observed)))
        .filter(it -> it.tasks() > (course.isTarget(it.deployment()) ? desired : 0))
        .findFirst();
  }
}
