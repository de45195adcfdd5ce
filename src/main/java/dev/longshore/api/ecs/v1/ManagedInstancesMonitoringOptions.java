package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code monitoring} in {@code InstanceLaunchTemplate}; the record keeps a string,
 * so that a newer value stays readable.
 */
public enum ManagedInstancesMonitoringOptions {
  BASIC,
  DETAILED
}
