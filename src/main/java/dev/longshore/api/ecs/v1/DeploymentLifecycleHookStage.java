package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code lifecycleStages} in {@code DeploymentLifecycleHook}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum DeploymentLifecycleHookStage {
  RECONCILE_SERVICE,
  PRE_SCALE_UP,
  POST_SCALE_UP,
  TEST_TRAFFIC_SHIFT,
  POST_TEST_TRAFFIC_SHIFT,
  PRE_PRODUCTION_TRAFFIC_SHIFT,
  PRODUCTION_TRAFFIC_SHIFT,
  POST_PRODUCTION_TRAFFIC_SHIFT
}
