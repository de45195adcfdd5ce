package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.EarlySuccessCriteria;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Problem;
import java.util.Optional;

/**
 * When a deployment is COMPLETED before all its tasks are healthy (member {@code
 * earlySuccessCriteria}).
 *
 * @param healthyPercent healthy tasks of it that are enough, in percent of the desired count
 * @param deferred tasks of earlier deployments may still be there
 */
record EarlySuccess(int healthyPercent, boolean deferred) {
  private static final String PATH = "deploymentConfiguration.earlySuccessCriteria";
  private static final String DEFERRED = "DEFERRED";

  /** The criteria of a service; none unless they are enabled. */
  static Optional<EarlySuccess> of(ServiceSpec spec) {
    return criteria(spec)
        .map(
            it ->
                new EarlySuccess(
                    it.healthyPercent() == null
                        ? Percents.of(spec).minimumHealthy()
                        : it.healthyPercent(),
                    DEFERRED.equals(it.sourceServiceRevisionCleanup())));
  }

  /** Whether a deployment has done what completes it: everything, or enough. */
  static boolean done(
      ServiceSpec spec, EcsDeployment deployment, ServiceObserved observed, int desired) {
    return observed.steady(deployment, desired)
        || of(spec).filter(it -> it.reached(deployment, observed, desired)).isPresent();
  }

  /** At least one healthy task is needed, whatever the percent. */
  private boolean reached(EcsDeployment deployment, ServiceObserved observed, int desired) {
    int needed = Math.max(1, Math.toIntExact(Math.ceilDiv((long) healthyPercent * desired, 100L)));
    return observed.counted()
        && observed.healthy(deployment) >= needed
        && (deferred || observed.aloneAlive(deployment));
  }

  static Optional<Problem> problem(ServiceSpec spec) {
    Integer percent = criteria(spec).map(EarlySuccessCriteria::healthyPercent).orElse(null);
    int least = Percents.of(spec).minimumHealthy();
    return percent != null && (percent < least || percent > 100)
        ? Optional.of(
            new Problem(
                "InvalidParameterException",
                "%s.healthyPercent: %s must be %s (minimumHealthyPercent) to 100."
                    .formatted(PATH, percent, least)))
        : Optional.empty();
  }

  private static Optional<EarlySuccessCriteria> criteria(ServiceSpec spec) {
    return Optional.ofNullable(spec.deploymentConfiguration())
        .map(DeploymentConfiguration::earlySuccessCriteria)
        .filter(it -> Boolean.TRUE.equals(it.enable()));
  }
}
