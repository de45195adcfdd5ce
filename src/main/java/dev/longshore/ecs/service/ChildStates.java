package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;

/** Writes down on children what later decisions need, and nothing when they need nothing. */
record ChildStates(Service service, Course course, ServiceObserved observed) {

  ChildMarks of(Running child) {
    CircuitBreaker breaker = CircuitBreaker.of(service.getSpec());
    Failures failures = observed.failures(child, breaker.resetOnHealthyTask());
    boolean news = !failures.equals(child.marks().failures());
    ChildMarks marks = child.marks().with(failures.unwatched(news && unwatched(child, breaker)));
    ChildMarks counted = gated(marks, child.deployment());
    if (course.gaveUp(child.deployment())) {
      return counted.ended(course.end().orElseThrow());
    }
    return completes(child, breaker) ? counted.ended(DeploymentEnd.COMPLETED) : counted;
  }

  /** A deployment that is alone may be in progress still or COMPLETED without having been told. */
  private boolean unwatched(Running child, CircuitBreaker breaker) {
    return !breaker.enabled() && observed.aloneAlive(child.deployment());
  }

  /** What a child of the target begins with. */
  ChildMarks fresh(EcsDeployment deployment) {
    return gated(ChildMarks.NONE, deployment);
  }

  private ChildMarks gated(ChildMarks marks, EcsDeployment deployment) {
    return course
        .lifecycle()
        .filter(it -> course.wanted().filter(deployment::equals).isPresent())
        .map(it -> marks.with(it.gates()))
        .orElse(marks);
  }

  /**
   * Steady, and somebody asks for it: a service without a circuit breaker, scaling or a request to
   * stop just this deployment is spared the write until its next deployment begins.
   */
  private boolean completes(Running child, CircuitBreaker breaker) {
    EcsDeployment deployment = child.deployment();
    boolean superseded =
        deployment.ordinal() == observed.newest()
            && course.wanted().filter(deployment::equals).isEmpty();
    if (child.marks().gates().closed()) {
      return !superseded
          && course.wanted().filter(deployment::equals).isPresent()
          && course.lifecycle().filter(Lifecycle::completed).isPresent();
    }
    return (superseded || course.isTarget(deployment.id()))
        && (breaker.enabled()
            || superseded
            || scales()
            || EarlySuccess.of(service.getSpec()).isPresent()
            || Course.asked(service, deployment))
        && done(deployment, superseded);
  }

  /** What was replaced in the middle is judged by what it was told, and not as an early success. */
  private boolean done(EcsDeployment deployment, boolean superseded) {
    return superseded
        ? observed.steady(deployment, total(deployment))
        : EarlySuccess.done(service.getSpec(), deployment, observed, observed.desired(service));
  }

  private boolean scales() {
    var ours = service.getSpec().kubernetes();
    return ours != null && ours.autoScaling() != null;
  }

  /** The desired count may change with the inputs: the old one is what the child was told. */
  private int total(EcsDeployment deployment) {
    return observed.of(deployment).mapToInt(Running::replicas).sum();
  }
}
