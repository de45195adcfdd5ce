package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code PropagateMITags}, for the schema only. */
public enum PropagateMITags {
  CAPACITY_PROVIDER,
  NONE
}
