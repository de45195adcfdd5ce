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
   * @param ready its pods whose health check passes, or that have none
   * @param healthy those of them that count as healthy
   * @param unhealthy its running pods whose health check failed
   * @param held how many of its tasks cannot be stopped
   * @param draining its ready tasks on cordoned nodes; they are the first that it drops
   * @param givenUp whether its ECS deployment was given up, so that none of its tasks is replaced
   */
  record Child(
      String name,
      int target,
      int replicas,
      int live,
      int ready,
      int healthy,
      int unhealthy,
      int held,
      int draining,
      boolean givenUp) {
    /** How many more it has than it should, as far as they may be stopped at all. */
    int surplus(Bounds bounds) {
      return replicas - Math.max(wanted(bounds), Math.min(held, replicas));
    }

    /**
     * Tasks to have for now: a replacement starts before its unhealthy task is stopped, and where
     * there is room at all before one on a cordoned node is.
     */
    int wanted(Bounds bounds) {
      int staying = lastingHealthy() < target ? target + unhealthy : target;
      int leaving = target == 0 ? 0 : Math.max(0, draining - Math.max(0, live - replicas));
      if (leaving == 0) {
        return staying;
      }
      boolean settled = ready >= live && live >= replicas;
      if (bounds.maxTasks() <= bounds.desired()) {
        return settled && replicas >= target ? Math.max(0, target - leaving) : staying;
      }
      int replaced = settled ? Math.min(leaving, lastingHealthy() - target) : 0;
      if (replaced == leaving) {
        return target;
      }
      return replaced > 0 ? replicas - replaced : staying + leaving;
    }

    /** Tasks it has or will have: none of them may be forgotten when the maximum is checked. */
    int occupied() {
      return Math.max(replicas, live);
    }

    /**
     * Healthy tasks that stay after the stops that are already under way. A ReplicaSet that shrinks
     * drops pods that are not ready first, but of the ready ones it may drop any.
     */
    int lastingHealthy() {
      return Math.max(0, healthy - Math.max(0, ready - replicas));
    }

    /**
     * Tasks that are healthy or may be again: ECS replaces one of an older deployment by another of
     * the same, also in the middle of the next. Those of the target have to show it first.
     */
    int hoped() {
      return replaced() ? replicas : lastingHealthy();
    }

    /** Whether its tasks are to go, and are replaced by its own as long as they are needed. */
    boolean replaced() {
      return target == 0 && !givenUp;
    }

    /**
     * How many of the surplus can be stopped when so many healthy ones may be.
     *
     * @param spare healthy tasks above the minimum
     */
    int stoppable(int surplus, int spare) {
      int unready = Math.max(0, replicas - ready);
      return lastingHealthy() <= spare ? surplus : Math.min(surplus, unready + spare);
    }

    /** Healthy tasks that so many stops may cost. */
    int cost(int stops) {
      int unready = Math.max(0, replicas - ready);
      return Math.min(Math.max(0, stops - unready), lastingHealthy());
    }
  }

  /**
   * What to tell the children now.
   *
   * @param replicas a count for each child, in the order given
   * @param stalled the bounds leave the deployment no step, now or later (ECS service event E14)
   */
  record Step(List<Integer> replicas, boolean stalled) {
    public Step {
      replicas = List.copyOf(replicas);
    }
  }

  /** The next step; the same as now when nothing is to be done or everything has to wait. */
  Step next(Bounds bounds, List<Child> children);
}
