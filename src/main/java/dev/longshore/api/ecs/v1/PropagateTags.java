package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code propagateTags} in {@code ServiceSpec}; the record keeps a string, so that
 * a newer value stays readable.
 */
public enum PropagateTags {
  TASK_DEFINITION,
  SERVICE,
  NONE
}
