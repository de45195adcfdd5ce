package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProviderSpec;

/**
 * What backs a provider (API member {@code CapacityProvider.type}); a strategy may not mix them.
 */
public enum ProviderType {
  FARGATE("Fargate"),
  FARGATE_SPOT("Fargate"),
  EC2_AUTOSCALING("Auto Scaling group"),
  MANAGED_INSTANCES("Managed Instances");

  private final String family;

  ProviderType(String family) {
    this.family = family;
  }

  /** The kind of capacity in words; both Fargate providers are of one kind. */
  String family() {
    return family;
  }

  static ProviderType of(CapacityProviderSpec spec) {
    return spec.managedInstancesProvider() == null ? EC2_AUTOSCALING : MANAGED_INSTANCES;
  }
}
