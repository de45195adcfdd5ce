package dev.longshore.api.ecs.v1;

/**
 * Wire values of the ECS API enumeration {@code DeploymentLifecycleHookStage}, for the schema only.
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
