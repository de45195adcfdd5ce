package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code propagateTags} in {@code ServiceSpec} and {@code TaskSpec}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum PropagateTags {
  TASK_DEFINITION,
  SERVICE,
  NONE
}
