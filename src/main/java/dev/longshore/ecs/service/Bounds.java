package dev.longshore.ecs.service;

/**
 * The limits of a deployment in whole tasks, as ECS rounds them (API member {@code
 * DeploymentConfiguration}): the minimum up, the maximum down.
 *
 * @param desired tasks the service should run
 * @param minHealthy tasks that must stay RUNNING and healthy
 * @param maxTasks tasks that may be RUNNING or PENDING at once
 */
record Bounds(int desired, int minHealthy, int maxTasks) {
  static Bounds of(int desired, int minimumHealthyPercent, int maximumPercent) {
    long product = (long) desired * minimumHealthyPercent;
    return new Bounds(
        desired, tasks(Math.ceilDiv(product, 100L)), tasks((long) desired * maximumPercent / 100));
  }

  /** No count of Kubernetes is higher. */
  private static int tasks(long count) {
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  /** No task may be stopped before one was started, and none started before one was stopped. */
  boolean stuck() {
    return desired > 0 && minHealthy >= maxTasks;
  }
}
