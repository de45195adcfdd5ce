package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each write of replicas to the bounds, judged on the tasks that were counted before it and
 * on the worst choice that ReplicaSets could make of them.
 */
record BoundsOfWrites(EcsModel model, Map<String, Deployment> before, List<SimulatedTask> live) {

  void check(List<Deployment> wanted) {
    int started = 0;
    int left = 0;
    int hoped = 0;
    for (Deployment child : wanted) {
      int ordinal = SimulatedService.ordinal(child);
      Optional<Deployment> old = Optional.ofNullable(before.get(child.getMetadata().getName()));
      int replicas = child.getSpec().getReplicas();
      int more = replicas - old.map(it -> it.getSpec().getReplicas()).orElse(0);
      assertThat(more > 0 && !model.starts(ordinal))
          .as("tasks of deployment %d are asked for", ordinal)
          .isFalse();
      started += Math.max(0, more);
      left += old.map(it -> lasting(it, replicas)).orElse(0);
      hoped += old.map(it -> hoped(it, replicas)).orElse(0);
    }
    int occupied = before.values().stream().mapToInt(this::occupied).sum();
    int healthy =
        before.values().stream().mapToInt(it -> lasting(it, it.getSpec().getReplicas())).sum();
    assertThat(started == 0 || occupied + started <= model.settings().maxTasks())
        .as("%d tasks are asked for beside %d", started, occupied)
        .isTrue();
    assertThat(left >= healthy || left >= model.settings().minHealthy())
        .as("healthy tasks are stopped, %d of %d may be left", left, healthy)
        .isTrue();
    checkHoped(hoped, healthy);
  }

  /** A failed task of a deployment that works is not given to one that has yet to show it. */
  private void checkHoped(int left, int healthy) {
    int hoped =
        before.values().stream().mapToInt(it -> hoped(it, it.getSpec().getReplicas())).sum();
    boolean stuck = model.settings().minHealthy() >= model.settings().maxTasks();
    boolean frozen = model.state(model.primary()) == EcsModel.State.FAILED;
    assertThat(
            frozen
                || left >= hoped
                || left >= model.settings().minHealthy()
                || stuck && healthy == 0)
        .as("tasks that may be healthy again are stopped, %d of %d are left", left, hoped)
        .isTrue();
  }

  private int hoped(Deployment child, int replicas) {
    return model.replaces(SimulatedService.ordinal(child)) ? replicas : lasting(child, replicas);
  }

  private int occupied(Deployment child) {
    String name = child.getMetadata().getName();
    int mine = (int) live.stream().filter(it -> it.child().equals(name)).count();
    return Math.max(child.getSpec().getReplicas(), mine);
  }

  /** Healthy tasks of a child that stay whichever of the ready ones its ReplicaSet stops. */
  private static int lasting(Deployment child, int replicas) {
    DeploymentStatus status = child.getStatus();
    return status == null
        ? 0
        : Math.max(
            0, status.getAvailableReplicas() - Math.max(0, status.getReadyReplicas() - replicas));
  }
}
