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

class LifetimeNodeIT {
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
  void whatEndsInATaskThatRunsOnceStaysEnded() {
    pods.run(
        """
        containerDefinitions:
          - {name: app, image: IMAGE, memory: 16, command: [sh, -c, "sleep 6; exit 3"]}
          - {name: helper, image: IMAGE, memory: 16, essential: false, command: [sh, -c, "exit 4"]}
        """);

    Pod early = pods.until("the helper ends", pod -> ended(pod, "helper") != null);
    assertThat(status(early, "app").getState().getRunning()).as("goes on").isNotNull();

    Pod pod = pods.untilEnded();
    assertThat(ended(pod, "app").getExitCode()).isEqualTo(3);
    assertThat(ended(pod, "helper").getExitCode()).isEqualTo(4);
    assertThat(status(pod, "app").getRestartCount()).isZero();
    assertThat(status(pod, "helper").getRestartCount()).isZero();
  }

  @Test
  void aRestartPolicyRestartsAllButIgnoredExitCodes() {
    pods.run(
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
        pods.until(
            "two of them are restarted",
            it ->
                status(it, "counted").getRestartCount() > 0
                    && status(it, "always").getRestartCount() > 0);

    assertThat(status(pod, "ignored").getRestartCount()).isZero();
    assertThat(ended(pod, "ignored").getExitCode()).isEqualTo(7);
    assertThat(status(pod, "app").getRestartCount()).isZero();
  }

  @Test
  void aServicesContainersAreRestartedByTheKubelet() {
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
