package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code Compatibility}, for the schema only. */
public enum Compatibility {
  EC2,
  FARGATE,
  EXTERNAL,
  MANAGED_INSTANCES
}
