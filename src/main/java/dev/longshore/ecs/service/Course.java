package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentAction;
import dev.longshore.api.ecs.v1.DeploymentActionType;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a service is heading: to the deployment its inputs ask for or, when that was given up, back
 * to the last completed one or nowhere.
 *
 * @param wanted the deployment that today's inputs ask for; none while nothing ever could start
 * @param target the deployment that gets the tasks
 * @param end how the wanted one was given up, if it was
 * @param lifecycle the stage that the wanted one is at
 */
record Course(
    Optional<EcsDeployment> wanted,
    Optional<EcsDeployment> target,
    Optional<DeploymentEnd> end,
    Optional<Lifecycle> lifecycle) {

  boolean failed() {
    return end.isPresent();
  }

  /** Given up without one to go back to: nothing is started any more. */
  boolean frozen() {
    return failed() && !rollsBack();
  }

  boolean rollsBack() {
    return end.filter(DeploymentEnd::rollsBack).isPresent();
  }

  /** Whether the deployment of this id gets the tasks. */
  boolean isTarget(String id) {
    return target.filter(it -> it.id().equals(id)).isPresent();
  }

  /** Whether this is the deployment that was given up. */
  boolean gaveUp(EcsDeployment deployment) {
    return failed() && wanted.filter(deployment::equals).isPresent();
  }

  static Course of(Service service, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    Optional<EcsDeployment> wanted = wanted(service, inputs, observed);
    Optional<Lifecycle> lifecycle = wanted.map(it -> Lifecycle.of(service, it, observed));
    Optional<DeploymentEnd> end = wanted.flatMap(it -> end(it, service, observed));
    boolean back = end.filter(DeploymentEnd::rollsBack).isPresent();
    return new Course(wanted, back ? lastCompleted(observed) : wanted, end, lifecycle);
  }

  /** The stage of a deployment that goes on. */
  Optional<LifecycleStage> stage() {
    return failed() ? Optional.empty() : lifecycle.map(Lifecycle::stage);
  }

  /** Whether the target's tasks are all there and it still waits for something else. */
  boolean lingers() {
    return stage().filter(LifecycleStage::lingers).isPresent();
  }

  /** Which deployment has the tasks: not the target while that may not start any. */
  Optional<EcsDeployment> staffed(ServiceObserved observed) {
    return stage().filter(LifecycleStage::holdsBack).isEmpty() ? target : standing(observed);
  }

  /** What was replaced before it was COMPLETED drains meanwhile, as it does in any other roll. */
  private Optional<EcsDeployment> standing(ServiceObserved observed) {
    return lastCompleted(observed)
        .filter(observed::alive)
        .or(
            () ->
                observed.deployments().stream()
                    .filter(it -> target.filter(it::equals).isEmpty() && observed.alive(it))
                    .findFirst())
        // what has no task because none is desired, or there is no node, gets the next ones
        .or(() -> lastCompleted(observed));
  }

  /** Running already, or the next one. */
  static Optional<EcsDeployment> wanted(
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
  private static Optional<DeploymentEnd> end(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    boolean resort = lastCompleted(observed).isPresent();
    Optional<DeploymentEnd> before = observed.end(deployment);
    if (before.isPresent()) {
      // what it was to go back to may be gone
      return before
          .filter(DeploymentEnd::givenUp)
          .map(it -> it.rollsBack() && !resort ? DeploymentEnd.FAILED : it);
    }
    return stopped(deployment, service, observed)
        .or(() -> tripped(deployment, service, observed))
        .or(() -> alarmed(deployment, service, observed))
        .or(() -> expired(deployment, service, observed));
  }

  /** Only a deployment in progress can be stopped; one that completed is marked before. */
  private static Optional<DeploymentEnd> stopped(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    boolean waits = observed.gates(deployment).closed();
    int desired = observed.desired(service);
    if (!waits && EarlySuccess.done(service.getSpec(), deployment, observed, desired)) {
      return Optional.empty();
    }
    boolean resort = lastCompleted(observed).isPresent();
    return action(service, deployment)
        .filter(it -> !DeploymentActionType.CONTINUE.name().equals(it.action()))
        .map(it -> DeploymentActionType.ROLLBACK.name().equals(it.action()) && resort)
        .map(back -> back ? DeploymentEnd.STOPPED_ROLLED_BACK : DeploymentEnd.STOPPED);
  }

  /** Whether the spec asks to stop just this deployment. */
  static boolean asked(Service service, EcsDeployment deployment) {
    return action(service, deployment).isPresent();
  }

  /** What the spec asks of just this deployment. */
  static Optional<DeploymentAction> action(Service service, EcsDeployment deployment) {
    return Optional.ofNullable(service.getSpec().kubernetes())
        .map(ServiceKubernetes::deploymentAction)
        .filter(it -> deployment.id().equals(it.deploymentId()));
  }

  /** On what is seen now, for the write that counts the last failure may start nothing either. */
  private static Optional<DeploymentEnd> tripped(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    CircuitBreaker breaker = CircuitBreaker.of(service.getSpec());
    Failures failures =
        Failures.of(
            observed
                .of(deployment)
                .map(it -> observed.failures(it, breaker.resetOnHealthyTask()))
                .toList());
    if (!failures.watched() || !breaker.trips(failures.failedTasks(), observed.desired(service))) {
      return Optional.empty();
    }
    boolean back = breaker.rollback() && lastCompleted(observed).isPresent();
    return Optional.of(back ? DeploymentEnd.FAILED_ROLLED_BACK : DeploymentEnd.FAILED);
  }

  private static Optional<DeploymentEnd> alarmed(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    Alarms alarms = Alarms.of(service.getSpec());
    Lifecycle lifecycle = Lifecycle.of(service, deployment, observed);
    if (lifecycle.completed()
        || !lifecycle.gated()
        || lifecycle.gates().ignoresAlarms()
        || !observed.alarming(alarms.names())) {
      return Optional.empty();
    }
    boolean back = alarms.rollback() && lastCompleted(observed).isPresent();
    return Optional.of(back ? DeploymentEnd.ALARM_ROLLED_BACK : DeploymentEnd.ALARM);
  }

  private static Optional<DeploymentEnd> expired(
      EcsDeployment deployment, Service service, ServiceObserved observed) {
    boolean back = lastCompleted(observed).isPresent();
    return Optional.of(Lifecycle.of(service, deployment, observed))
        .filter(Lifecycle::expired)
        .map(it -> back ? DeploymentEnd.EXPIRED_ROLLED_BACK : DeploymentEnd.EXPIRED);
  }

  static Optional<EcsDeployment> lastCompleted(ServiceObserved observed) {
    return observed.deployments().stream()
        .filter(observed::completed)
        .max(Comparator.comparingInt(EcsDeployment::ordinal));
  }
}
