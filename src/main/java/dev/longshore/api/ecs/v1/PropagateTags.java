package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code PropagateTags}, for the schema only. */
public enum PropagateTags {
  TASK_DEFINITION,
  SERVICE,
  NONE
}
