package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code sourceServiceRevisionCleanup} in {@code EarlySuccessCriteria}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum SourceServiceRevisionCleanup {
  BLOCKING,
  DEFERRED
}
