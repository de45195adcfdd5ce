package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.task.RealTask;
import dev.longshore.testing.RealNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DependenciesNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final String EXITED =
      "EssentialContainerExited: Essential container in task exited";

  private RealTask task;

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @BeforeEach
  void namespace() {
    task = new RealTask(NODE);
  }

  @AfterEach
  void stop() {
    task.close();
  }

  @Test
  void startWaitsUntilTheOtherRunsAndStopsBeforeIt() {
    task.run(
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

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "proxy 0"));
    assertThat(task.log("proxy")).containsExactly("proxy", "app", "proxy stops");
  }

  @Test
  void aChainStopsInTheReverseOrderOfItsStart() {
    task.run(
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

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "proxy 0", "db 0"));
    assertThat(task.log("db")).containsExactly("db", "proxy", "app", "proxy stops", "db stops");
  }

  @Test
  void healthyWaitsForTheCheck() {
    task.run(
        """
        volumes: [{name: log}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, "echo app >> /log/all; cat /log/all; sleep 4"]
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

    assertThat(task.stopped("HEALTHY")).isEqualTo(List.of(EXITED, "app 0", "db 137"));
    assertThat(task.log("app")).containsExactly("db is ready", "app");
    assertThat(task.restarts("db")).isZero();
  }

  @Test
  void startTimeoutEndsTheWaitingForHealthy() {
    task.run(neverHealthy("sleep, \"1000\"", "startTimeout: 4", "stopTimeout: 2"));

    assertThat(task.stopped()).isEqualTo(List.of(notHealthyWithin(4), "app null", "db 137"));
  }

  /** One that ended before would end the task for a reason of its own. */
  @Test
  void startTimeoutEndsAlsoWhatStopsWhenItIsTold() {
    task.run(
        neverHealthy(
            "sh, -c, \"trap 'exit 0' TERM; while :; do sleep 1; done\"", "startTimeout: 13"));

    assertThat(task.stopped()).isEqualTo(List.of(notHealthyWithin(13), "app null", "db 0"));
    assertThat(task.restarts("db")).isZero();
  }

  private static String neverHealthy(String command, String... timing) {
    return """
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
        command: [%s]
        %s
        healthCheck: {command: [CMD-SHELL, "exit 1"], interval: 5}
    """
        .formatted(command, String.join("\n    ", timing));
  }

  private static String notHealthyWithin(int seconds) {
    return "TaskFailedToStart: Task failed to start: container db was not HEALTHY within its"
        + " startTimeout of %d seconds".formatted(seconds);
  }

  @Test
  void successWaitsForExitCodeZero() {
    task.run(migration("sh, -c, \"sleep 2; echo migrated > /log/all\"", "SUCCESS"));

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "migrate 0"));
    assertThat(task.log("app")).containsExactly("migrated", "app");
  }

  @Test
  void successThatFailsEndsTheTask() {
    task.run(migration("sh, -c, \"exit 3\"", "SUCCESS"));

    assertThat(task.stopped())
        .hasSize(3)
        .contains("app null", "migrate 3")
        .first()
        .asString()
        .startsWith("TaskFailedToStart: ");
    assertThat(task.restarts("migrate")).isZero();
  }

  @Test
  void completeTakesAnyExitCodeAndKeepsIt() {
    task.run(migration("sh, -c, \"echo failed > /log/all; exit 5\"", "COMPLETE"));

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "migrate 5"));
    assertThat(task.log("app")).containsExactly("failed", "app");
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
