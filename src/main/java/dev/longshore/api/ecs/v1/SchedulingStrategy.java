package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code SchedulingStrategy}, for the schema only. */
public enum SchedulingStrategy {
  REPLICA,
  DAEMON
}
