package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tasks whose containers wait for one another, or restart, with the operator and real containers.
 */
class TaskOrderNodeIT {
  private static final String EXITED = "Essential container in task exited";

  @RegisterExtension static final RealNode NODE = new RealNode();

  private final TaskScene scene = new TaskScene(NODE.client(), NODE.freshNamespace());
  private final RunningOperator operator = RunningOperator.in(NODE, scene.namespace());

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() {
    operator.close();
    NODE.client().namespaces().withName(scene.namespace()).delete();
  }

  @Test
  void everyConditionLeadsToTheApplicationsExit() {
    run(
        container(
            "app",
            "sleep 3; exit 6", // while it runs, somebody sees that the task is HEALTHY
            true,
            "dependsOn: ["
                + on("db", "HEALTHY")
                + ", "
                + on("migrate", "SUCCESS")
                + ", "
                + on("warm", "COMPLETE")
                + "]"),
        container("migrate", "exit 0", false, "dependsOn: [" + on("proxy", "START") + "]"),
        container("warm", "exit 5", false),
        container("proxy", OBEDIENT, true),
        container(
            "db",
            "sleep 2; : > /dev/shm/ready; " + OBEDIENT,
            true,
            "healthCheck: {command: [CMD-SHELL, \"[ -f /dev/shm/ready ]\"], interval: 5}"));

    assertThat(told("HEALTHY"))
        .isEqualTo(
            List.of(
                "EssentialContainerExited: " + EXITED,
                "app 6",
                "migrate 0",
                "warm 5",
                "proxy 143",
                "db 143"));
  }

  @Test
  void aDependencyThatFailsEndsTheTask() {
    run(
        container("app", OBEDIENT, true, "dependsOn: [" + on("migrate", "SUCCESS") + "]"),
        container("migrate", "exit 3", false));

    assertThat(told()).hasSize(3).contains("app null", "migrate 3");
    assertThat(scene.status().stopCode()).isEqualTo("TaskFailedToStart");
  }

  @Test
  void startTimeoutStopsATaskThatNeverGetsGoing() {
    run(
        container("app", OBEDIENT, true, "dependsOn: [" + on("migrate", "SUCCESS") + "]"),
        container("migrate", OBEDIENT, false, "startTimeout: 3"));

    assertThat(told())
        .contains(
            "TaskFailedToStart: Task failed to start: container migrate was not SUCCESS within its"
                + " startTimeout of 3 seconds",
            "app null");
  }

  @Test
  void anEssentialDependencyThatExitsEndsTheTask() {
    run(
        container("app", OBEDIENT, true, "dependsOn: [" + on("proxy", "START") + "]"),
        container("proxy", "sleep 3; exit 4", true));

    assertThat(told())
        .isEqualTo(List.of("EssentialContainerExited: " + EXITED, "app 143", "proxy 4"));
  }

  @Test
  void anEssentialContainerThatExitsTooEarlyForItsPolicyEndsTheTask() {
    run(container("app", "sleep 1; exit 1", true, "restartPolicy: {enabled: true}"));

    assertThat(told()).isEqualTo(List.of("EssentialContainerExited: " + EXITED, "app 1"));
  }

  @Test
  void anIgnoredExitCodeEndsAnEssentialContainer() {
    run(container("app", "exit 7", true, "restartPolicy: {enabled: true, ignoredExitCodes: [7]}"));

    assertThat(told()).isEqualTo(List.of("EssentialContainerExited: " + EXITED, "app 7"));
    assertThat(scene.object().getStatus().containers().getFirst().lastStatus())
        .isEqualTo("STOPPED");
  }

  private static final String OBEDIENT =
      "trap 'exit 143' TERM; while true; do busybox sleep 0.2; done";

  private static String on(String container, String condition) {
    return "{containerName: %s, condition: %s}".formatted(container, condition);
  }

  private void run(String... containers) {
    scene.apply("TaskDefinition", "shell", "containerDefinitions:", String.join("\n", containers));
    scene.task("taskDefinition: shell");
  }

  private static String container(String name, String script, boolean essential, String... more) {
    return """
    - name: %s
      image: %s
      memory: 32
      stopTimeout: 5
      essential: %s
      entryPoint: [/bin/sh, -c]
      command: ['%s']
    """
            .formatted(name, RealNode.busybox().name(), essential, script.replace("'", "''"))
        + String.join("", List.of(more).stream().map(line -> "  " + line + "\n").toList());
  }

  /** Stop code and reason, then each container with its exit code. */
  private List<String> told() {
    return told("UNKNOWN");
  }

  private List<String> told(String health) {
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    WholeStatus.of(scene).stopped(health);
    List<String> told = new ArrayList<>();
    told.add(scene.status().stopCode() + ": " + scene.status().stoppedReason());
    scene.status().containers().forEach(it -> told.add(it.name() + " " + it.exitCode()));
    return told;
  }
}
