package dev.longshore.ecs.podspec;

import static dev.longshore.ecs.podspec.RealPods.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.task.RealTask;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LifetimeNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @Test
  void whatEndsInATaskThatRunsOnceStaysEnded() {
    try (RealTask task = new RealTask(NODE)) {
      task.run(
          """
          containerDefinitions:
            - {name: app, image: IMAGE, memory: 16, command: [sh, -c, "sleep 8; exit 3"]}
            - {name: helper, image: IMAGE, memory: 16, essential: false, command: [sh, -c, "exit 4"]}
          """);

      task.running("whose helper ended", pod -> Integer.valueOf(4).equals(task.exitCode("helper")));

      assertThat(task.stopped())
          .isEqualTo(
              List.of(
                  "EssentialContainerExited: Essential container in task exited",
                  "app 3",
                  "helper 4"));
      assertThat(task.restarts("app")).isZero();
      assertThat(task.restarts("helper")).isZero();
    }
  }

  @Test
  void aRestartPolicyRestartsAllButIgnoredExitCodes() {
    try (RealTask task = new RealTask(NODE)) {
      task.run(
          """
          containerDefinitions:
            - {name: app, image: IMAGE, memory: 16, command: [sleep, "1000"]}
            - name: ignored
              image: IMAGE
              memory: 16
              essential: false
              command: [sh, -c, "exit 7"]
              restartPolicy: {enabled: true, ignoredExitCodes: [7, 8]}
            - name: counted
              image: IMAGE
              memory: 16
              essential: false
              command: [sh, -c, "exit 1"]
              restartPolicy: {enabled: true, ignoredExitCodes: [7, 8]}
            - name: always
              image: IMAGE
              memory: 16
              essential: false
              command: [sh, -c, "exit 0"]
              restartPolicy: {enabled: true}
          """);

      Pod pod =
          task.running(
              "two of whose containers were restarted",
              it -> RealTask.restarts(it, "counted") > 0 && RealTask.restarts(it, "always") > 0);

      assertThat(RealTask.restarts(pod, "ignored")).isZero();
      assertThat(task.exitCode("ignored")).isEqualTo(7);
      assertThat(RealTask.restarts(pod, "app")).isZero();
      assertThat(task.exitCode("app")).isNull();
    }
  }

  @Test
  void aServicesContainersAreRestartedByTheKubelet() {
    RealPods pods = new RealPods(NODE);
    pods.start(
        """
        containerDefinitions:
          - {name: app, image: IMAGE, memory: 16, command: [sh, -c, "exit 0"]}
        """,
        Lifetime.SERVICE);

    pods.until("a restart", it -> status(it, "app").getRestartCount() > 0);
  }

  @Test
  void aServicesTaskIsReadyOnceWhatItWaitsForAndItselfAre() {
    RealPods pods = new RealPods(NODE);
    pods.start(
        """
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sleep, "1000"]
            dependsOn: [{containerName: db, condition: HEALTHY}, {containerName: proxy, condition: START}]
          - name: db
            image: IMAGE
            memory: 16
            essential: false
            command: [sh, -c, "sleep 2; : > /dev/shm/ready; sleep 1000"]
            healthCheck: {command: [CMD-SHELL, "[ -f /dev/shm/ready ]"], interval: 5}
          - {name: proxy, image: IMAGE, memory: 16, command: [sleep, "1000"]}
        """,
        Lifetime.SERVICE);

    Pod pod =
        pods.until(
            "ready",
            it ->
                it.getStatus().getConditions().stream()
                    .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True")));

    assertThat(status(pod, "db").getStarted()).isTrue();
    assertThat(status(pod, "db").getRestartCount()).isZero();
  }
}
