package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;

/**
 * The percents of a service's deployment configuration with ECS's defaults for REPLICA filled in.
 */
record Percents(int minimumHealthy, int maximum) {
  private static final int DEFAULT_MINIMUM_HEALTHY = 100;
  private static final int DEFAULT_MAXIMUM = 200;

  static Percents of(ServiceSpec spec) {
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    Integer minimum = configuration == null ? null : configuration.minimumHealthyPercent();
    Integer maximum = configuration == null ? null : configuration.maximumPercent();
    return new Percents(
        minimum == null ? DEFAULT_MINIMUM_HEALTHY : minimum,
        maximum == null ? DEFAULT_MAXIMUM : maximum);
  }

  Bounds bounds(int desired) {
    return Bounds.of(desired, minimumHealthy, maximum);
  }
}
