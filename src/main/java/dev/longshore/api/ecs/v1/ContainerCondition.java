package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ContainerCondition}, for the schema only. */
public enum ContainerCondition {
  START,
  COMPLETE,
  SUCCESS,
  HEALTHY
}
