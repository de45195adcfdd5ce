package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code LaunchType}, for the schema only. */
public enum LaunchType {
  EC2,
  FARGATE,
  EXTERNAL,
  MANAGED_INSTANCES
}
