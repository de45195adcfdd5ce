package dev.longshore.api.ecs.v1;

/** Schema values of {@code desiredStatus} in {@code TaskKubernetes}. */
public enum TaskDesiredStatus {
  RUNNING,
  STOPPED
}
