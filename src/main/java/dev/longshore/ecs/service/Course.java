package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.service.ServiceObserved.Running;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a service is heading: to the deployment its inputs ask for or, when the circuit breaker
 * gave that up, back to the last completed one or nowhere.
 *
 * @param wanted the deployment that today's inputs ask for; none while nothing ever could start
 * @param target the deployment that gets the tasks
 * @param failed whether the wanted one was given up
 */
record Course(Optional<EcsDeployment> wanted, Optional<EcsDeployment> target, boolean failed) {

  /** Given up without one to go back to: nothing is started any more. */
  boolean frozen() {
    return failed && target.equals(wanted);
  }

  boolean rollsBack() {
    return failed && !frozen();
  }

  static Course of(Service service, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    Optional<EcsDeployment> wanted = wanted(service, inputs, observed);
    boolean failed = wanted.filter(it -> failed(it, service, observed)).isPresent();
    if (!failed) {
      return new Course(wanted, wanted, false);
    }
    Optional<EcsDeployment> back =
        CircuitBreaker.of(service.getSpec()).rollback()
            ? lastCompleted(observed)
            : Optional.empty();
    return new Course(wanted, back.or(() -> wanted), true);
  }

  /** Running already, or the next one. */
  private static Optional<EcsDeployment> wanted(
      Service service, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    if (inputs.isEmpty()) {
      return observed.deployments().stream().findFirst();
    }
    String digest = inputs.get().digest();
    int newest = observed.newest();
    return observed.deployments().stream()
        .filter(it -> it.ordinal() == newest && it.inputs().equals(digest))
        .findFirst()
        .or(
            () ->
                Optional.of(
                    EcsDeployment.start(service.getMetadata().getUid(), newest + 1, inputs.get())));
  }

  /** What was given up stays so, until other inputs start another deployment. */
  private static boolean failed(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    if (observed.anyOf(deployment, it -> it.marks().failed())) {
      return true;
    }
    boolean open = !observed.anyOf(deployment, it -> it.marks().completed());
    return open
        && CircuitBreaker.of(service.getSpec())
            .trips(observed.failedTasks(deployment), ServicePlan.desired(service));
  }

  static Optional<EcsDeployment> lastCompleted(ServiceObserved observed) {
    Predicate<Running> completed = it -> it.marks().completed();
    return observed.deployments().stream()
        .filter(it -> observed.anyOf(it, completed))
        .max(Comparator.comparingInt(EcsDeployment::ordinal));
  }
}
