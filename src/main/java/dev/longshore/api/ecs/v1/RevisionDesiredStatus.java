package dev.longshore.api.ecs.v1;

/**
 * What the owner wants a revision to be: INACTIVE is DeregisterTaskDefinition as a declaration,
 * DELETED is DeleteTaskDefinitions.
 */
public enum RevisionDesiredStatus {
  ACTIVE,
  INACTIVE,
  DELETED
}
