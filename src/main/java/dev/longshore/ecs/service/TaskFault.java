package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.Pod;

/**
 * A task that ECS would have stopped or replaced. The kubelet restarts a container in place, so one
 * pod can stand for several stops.
 *
 * @param stops how often it stopped so far; it only grows
 * @param healthyBefore whether it counted as healthy before it stopped by itself
 */
record TaskFault(Pod pod, Kind kind, int stops, boolean healthyBefore) {
  /** What happened to it last. */
  enum Kind {
    /** A container could not be started, or one that others wait for failed. */
    NEVER_RAN,
    /** An essential container exited. */
    EXITED,
    /** It runs, and its health check failed. */
    UNHEALTHY
  }

  String uid() {
    return pod.getMetadata().getUid();
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
