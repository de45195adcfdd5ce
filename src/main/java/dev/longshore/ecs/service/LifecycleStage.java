package dev.longshore.ecs.service;

/** Where a ROLLING deployment is (API member {@code ServiceDeployment.lifecycleStage}). */
enum LifecycleStage {
  /** Waits before its first task because other revisions still take turns. */
  RECONCILE_SERVICE,
  /** Waits before its first task. */
  PRE_SCALE_UP,
  /** Tasks take turns. */
  SCALE_UP,
  /** Waits with all of its tasks, and no others, healthy. */
  POST_SCALE_UP,
  /** Alarms are still watched. */
  BAKE_TIME,
  /** Nothing is left to wait for. */
  CLEAN_UP;

  /** Whether none of its tasks may start yet. */
  boolean holdsBack() {
    return this == RECONCILE_SERVICE || this == PRE_SCALE_UP;
  }

  /** Whether its tasks are all there and it is still not completed. */
  boolean lingers() {
    return this == POST_SCALE_UP || this == BAKE_TIME;
  }
}
