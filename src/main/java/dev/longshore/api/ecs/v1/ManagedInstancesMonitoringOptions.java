package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code ManagedInstancesMonitoringOptions}, for the schema
 * only.
 */
public enum ManagedInstancesMonitoringOptions {
  BASIC,
  DETAILED
}
