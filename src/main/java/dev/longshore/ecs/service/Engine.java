package dev.longshore.ecs.service;

import java.util.List;

/**
 * Decides the next replica counts of a service's children: a pure function, so that every strategy
 * of ECS is one more implementation and can be checked without a cluster.
 */
interface Engine {

  /**
   * One child Deployment as the engine sees it.
   *
   * @param name of the Deployment
   * @param target tasks it should have in the end; 0 for those of older ECS deployments
   * @param replicas what it was last told
   * @param live its pods that are not being deleted
   * @param healthy its pods that count as healthy
   * @param unhealthy its running pods whose health check failed
   */
  record Child(String name, int target, int replicas, int live, int healthy, int unhealthy) {
    /** Tasks to have for now: a replacement starts before its unhealthy task is stopped. */
    int wanted() {
      return lastingHealthy() < target ? target + unhealthy : target;
    }

    /** Tasks it has or will have: none of them may be forgotten when the maximum is checked. */
    int occupied() {
      return Math.max(replicas, live);
    }

    /** Healthy tasks that stay after the stops that are already under way. */
    int lastingHealthy() {
      return Math.min(replicas, healthy);
    }
  }

  /**
   * What to tell the children now.
   *
   * @param replicas a count for each child, in the order given
   * @param stalled the bounds leave no step, now or later (ECS service event E14)
   */
  record Step(List<Integer> replicas, boolean stalled) {
    public Step {
      replicas = List.copyOf(replicas);
    }
  }

  /** The next step; the same as now when nothing is to be done or everything has to wait. */
  Step next(Bounds bounds, List<Child> children);
}
