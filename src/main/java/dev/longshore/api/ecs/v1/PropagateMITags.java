package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code propagateTags} in {@code CreateManagedInstancesProviderConfiguration};
 * the record keeps a string, so that a newer value stays readable.
 */
public enum PropagateMITags {
  CAPACITY_PROVIDER,
  NONE
}
