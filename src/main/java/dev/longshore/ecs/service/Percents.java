package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;

/**
 * The percents of a service's deployment configuration with ECS's defaults filled in: 100 and 200,
 * for DAEMON 0 and 100.
 */
record Percents(int minimumHealthy, int maximum) {
  private static final Percents REPLICA = new Percents(100, 200);
  private static final Percents DAEMON = new Percents(0, 100);

  static Percents of(ServiceSpec spec) {
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    Integer minimum = configuration == null ? null : configuration.minimumHealthyPercent();
    Integer maximum = configuration == null ? null : configuration.maximumPercent();
    Percents defaults = Scheduling.daemon(spec) ? DAEMON : REPLICA;
    return new Percents(
        minimum == null ? defaults.minimumHealthy() : minimum,
        maximum == null ? defaults.maximum() : maximum);
  }

  Bounds bounds(int desired) {
    return Bounds.of(desired, minimumHealthy, maximum);
  }
}
