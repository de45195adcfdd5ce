package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.core.Labels;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of stopped tasks, by what their pods say. */
class StoppedTasksTest {
  private static final Look LOOK = new Look(Instant.parse("2026-01-01T00:10:00Z"), Duration.ZERO);
  private static final String PULL =
      "{containerStatuses: [{name: app, restartCount: 0, state: {waiting: {reason:"
          + " ImagePullBackOff, message: not found}}}]}";
  private static final String EXIT =
      "{containerStatuses: [{name: app, restartCount: 0, state: {terminated: {exitCode: 3,"
          + " startedAt: '2026-01-01T00:02:00Z', finishedAt: '2026-01-01T00:03:00Z'}}}]}";
  private static final String RUNS =
      "{phase: Running, containerStatuses: [{name: app, ready: %s, started: true, restartCount: 0,"
          + " state: {running: {startedAt: '2026-01-01T00:09:59Z'}}}]}";
  private static final String EVICTED =
      "{phase: Failed, reason: Evicted, message: The node was low on resource.}";

  @Test
  void aFailureIsToldWithItsContainers() {
    assertThat(told(List.of(), pod(1, "", EXIT)))
        .containsExactly(
            new StoppedTask(
                "arn:aws:ecs:kubernetes:000000000000:task/default/uid1",
                "web:2",
                "ecs-svc/2",
                null,
                "EssentialContainerExited",
                "Essential container in task exited",
                "2026-01-01T00:03:00Z",
                List.of(Container.ended("app", 3, null))));
  }

  @ParameterizedTest
  @CsvSource({
    "pull, TaskFailedToStart, CannotPullContainerError: not found, 2026-01-01T00:01:00Z",
    "exit, EssentialContainerExited, Essential container in task exited, 2026-01-01T00:03:00Z",
    "evicted, InfrastructureHealth, Host node-1: The node was low on resource.,"
        + " 2026-01-01T00:01:00Z",
    "deleted, ServiceSchedulerInitiated, Scaling activity initiated by (deployment ecs-svc/3),"
        + " 2026-01-01T00:09:00Z",
    "unhealthy, ServiceSchedulerInitiated, Task failed container health checks,"
        + " 2026-01-01T00:09:00Z",
  })
  void everyEndHasItsCodeReasonAndTime(String what, String code, String reason, String at) {
    String deleted = "deletionTimestamp: '2026-01-01T00:09:30Z', deletionGracePeriodSeconds: 30,";
    Pod pod =
        switch (what) {
          case "pull" -> pod(1, "", PULL);
          case "exit" -> pod(1, "", EXIT);
          case "evicted" -> pod(1, "", EVICTED);
          case "deleted" -> pod(1, deleted, RUNS.formatted(true));
          default -> pod(1, deleted, RUNS.formatted(false));
        };

    assertThat(told(List.of(), pod))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.stopCode()).isEqualTo(code);
              assertThat(it.stoppedReason()).isEqualTo(reason);
              assertThat(it.stoppedAt()).isEqualTo(at);
            });
  }

  @Test
  void aTaskThatRunsIsNotTold() {
    assertThat(told(List.of(), pod(1, "", RUNS.formatted(true)))).isEmpty();
  }

  @Test
  void whatWasToldStaysAsItWasFirstSeen() {
    List<StoppedTask> first = told(List.of(), pod(1, "", PULL));

    assertThat(told(first, pod(1, "", EXIT))).isEqualTo(first);
    assertThat(told(first)).isEqualTo(first);
  }

  @Test
  void moreThanAreKeptLeaveTheListAtRest() {
    Pod[] many = IntStream.range(0, 40).mapToObj(i -> pod(i, "", EXIT)).toArray(Pod[]::new);

    List<StoppedTask> once = told(List.of(), many);

    assertThat(once).hasSize(StoppedTasks.KEPT);
    assertThat(told(once, many)).isEqualTo(once);
  }

  private static List<StoppedTask> told(List<StoppedTask> old, Pod... pods) {
    ServiceObserved observed = ServiceObserved.of(List.of(child()), Arrays.asList(pods), LOOK);
    return new StoppedTasks("default", "ecs-svc/3", observed).added(old);
  }

  private static Deployment child() {
    EcsDeployment deployment = Fleet.deployment(2);
    return Blueprint.stamp(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("web-2")
            .withCreationTimestamp("2026-01-01T00:00:00Z")
            .withAnnotations(deployment.annotations())
            .addToLabels(Labels.DEPLOYMENT, deployment.digits())
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .endSpec()
            .build());
  }

  private static Pod pod(int id, String metadata, String status) {
    return Serialization.unmarshal(
        """
        metadata: {name: web-%1$d, uid: uid%1$d, creationTimestamp: '2026-01-01T00:01:00Z',
          %2$s labels: {ecs.longshore.dev/deployment: '2'}}
        spec: {nodeName: node-1, containers: [{name: app, readinessProbe: {}}]}
        status: %3$s
        """
            .formatted(id, metadata, status),
        Pod.class);
  }
}
