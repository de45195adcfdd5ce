package dev.longshore.ecs.podspec;

import static dev.longshore.ecs.podspec.RealPods.ended;
import static dev.longshore.ecs.podspec.RealPods.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DependenciesNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private RealPods pods;

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @BeforeEach
  void namespace() {
    pods = new RealPods(NODE);
  }

  @Test
  void startWaitsUntilTheOtherRunsAndStopsBeforeIt() {
    pods.run(
        """
        volumes: [{name: log}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, "sleep 2; echo app >> /log/all"]
            mountPoints: [{sourceVolume: log, containerPath: /log}]
            dependsOn: [{containerName: proxy, condition: START}]
          - name: proxy
            image: IMAGE
            memory: 16
            command: [sh, -c, "trap 'echo proxy stops >> /log/all; cat /log/all; exit 0' TERM; echo proxy >> /log/all; while :; do sleep 1; done"]
            mountPoints: [{sourceVolume: log, containerPath: /log}]
        """);

    Pod pod = pods.untilEnded();

    assertThat(pod.getStatus().getPhase()).isEqualTo("Succeeded");
    assertThat(pods.log("proxy")).containsExactly("proxy", "app", "proxy stops");
  }

  @Test
  void aChainStopsInTheReverseOrderOfItsStart() {
    pods.run(
        """
        volumes: [{name: log}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, "echo app >> /log/all"]
            mountPoints: [{sourceVolume: log, containerPath: /log}]
            dependsOn: [{containerName: proxy, condition: START}]
          - name: proxy
            image: IMAGE
            memory: 16
            command: [sh, -c, "trap 'echo proxy stops >> /log/all; exit 0' TERM; echo proxy >> /log/all; while :; do sleep 1; done"]
            mountPoints: [{sourceVolume: log, containerPath: /log}]
            dependsOn: [{containerName: db, condition: START}]
          - name: db
            image: IMAGE
            memory: 16
            command: [sh, -c, "trap 'echo db stops >> /log/all; cat /log/all; exit 0' TERM; echo db >> /log/all; while :; do sleep 1; done"]
            mountPoints: [{sourceVolume: log, containerPath: /log}]
        """);

    pods.untilEnded();

    assertThat(pods.log("db")).containsExactly("db", "proxy", "app", "proxy stops", "db stops");
  }

  @Test
  void healthyWaitsForTheCheck() {
    pods.run(
        """
        volumes: [{name: log}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, "echo app >> /log/all; cat /log/all"]
            stopTimeout: 2
            mountPoints: [{sourceVolume: log, containerPath: /log}]
            dependsOn: [{containerName: db, condition: HEALTHY}]
          - name: db
            image: IMAGE
            memory: 16
            command: [sh, -c, "sleep 3; echo db is ready > /log/all; sleep 1000"]
            stopTimeout: 2
            healthCheck: {command: [CMD-SHELL, "[ -f /log/all ]"], interval: 5}
            mountPoints: [{sourceVolume: log, containerPath: /log}]
        """);

    Pod pod = pods.untilEnded();

    assertThat(pods.log("app")).containsExactly("db is ready", "app");
    assertThat(status(pod, "db").getRestartCount()).isZero();
  }

  @Test
  void startTimeoutEndsTheWaitingForHealthy() {
    pods.run(
        """
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sleep, "1000"]
            stopTimeout: 2
            dependsOn: [{containerName: db, condition: HEALTHY}]
          - name: db
            image: IMAGE
            memory: 16
            command: [sleep, "1000"]
            startTimeout: 4
            stopTimeout: 2
            healthCheck: {command: [CMD-SHELL, "exit 1"], interval: 2}
        """);

    Pod pod =
        pods.until(
            "the dependency is stopped",
            it ->
                status(it, "db").getLastState() != null
                    && status(it, "db").getLastState().getTerminated() != null);

    assertThat(status(pod, "app").getStarted()).isNotEqualTo(true);
  }

  @Test
  void successWaitsForExitCodeZero() {
    pods.run(migration("sh, -c, \"sleep 2; echo migrated > /log/all\"", "SUCCESS"));

    Pod pod = pods.untilEnded();

    assertThat(pods.log("app")).containsExactly("migrated", "app");
    assertThat(ended(pod, "migrate").getExitCode()).isZero();
  }

  @Test
  void successThatFailsEndsTheTask() {
    pods.run(migration("sh, -c, \"exit 3\"", "SUCCESS"));

    Pod pod = pods.untilEnded();

    assertThat(pod.getStatus().getPhase()).isEqualTo("Failed");
    assertThat(ended(pod, "migrate").getExitCode()).isEqualTo(3);
    assertThat(status(pod, "migrate").getRestartCount()).isZero();
    assertThat(ended(pod, "app")).as("never started").isNull();
  }

  @Test
  void completeTakesAnyExitCodeAndKeepsIt() {
    pods.run(migration("sh, -c, \"echo failed > /log/all; exit 5\"", "COMPLETE"));

    Pod pod = pods.untilEnded();

    assertThat(pod.getStatus().getPhase()).isEqualTo("Succeeded");
    assertThat(pods.log("app")).containsExactly("failed", "app");
    assertThat(ended(pod, "migrate").getMessage().strip()).isEqualTo("5");
  }

  private static String migration(String command, String condition) {
    return """
    volumes: [{name: log}]
    containerDefinitions:
      - name: app
        image: IMAGE
        memory: 16
        command: [sh, -c, "echo app >> /log/all; cat /log/all"]
        mountPoints: [{sourceVolume: log, containerPath: /log}]
        dependsOn: [{containerName: migrate, condition: %s}]
      - name: migrate
        image: IMAGE
        memory: 16
        essential: false
        entryPoint: [%s]
        mountPoints: [{sourceVolume: log, containerPath: /log}]
    """
        .formatted(condition, command);
  }
}
