package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.OtherNode;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks that are taken away: each ends once, with the right stop code. */
class TaskLossNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final String OBEDIENT = "trap 'exit 143' TERM; while true; do sleep 1; done";

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
  void aNodeThatNobodyHearsOf() throws Exception {
    register(
        OBEDIENT,
        """
        tolerations:
        - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 1}
        - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 1}
        """);
    running();
    String node = scene.pods().getFirst().getSpec().getNodeName();

    NODE.pauseKubelet();
    try (OtherNode ignored = new OtherNode(NODE.client())) {
      within(
          Duration.ofMinutes(3),
          () -> {
            assertThat(scene.lastStatus()).isEqualTo("STOPPED");
            assertThat(scene.status().stopCode()).isEqualTo("InfrastructureHealth");
            assertThat(scene.status().stoppedReason())
                .isEqualTo("Host EC2 (instance %s) stopped/terminated.".formatted(node));
            WholeStatus.of(scene).stopped("UNKNOWN", "DISCONNECTED");
          });
    } finally {
      NODE.resumeKubelet();
    }
    within(Duration.ofMinutes(2), () -> assertThat(ready(node)).isTrue());
    staysStopped("InfrastructureHealth");
  }

  @Test
  void aTaskThatFillsItsDisk() {
    register(
        "busybox dd if=/dev/zero of=/filled bs=1M count=64; sleep 600",
        """
        containers:
        - name: app
          resources: {limits: {ephemeral-storage: 1Mi}}
        """);
    scene.task("taskDefinition: shell");

    within(Duration.ofMinutes(2), () -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("InfrastructureHealth");
    assertThat(scene.status().stoppedReason()).contains("ephemeral");
    WholeStatus.of(scene).stopped("UNKNOWN");
    staysStopped("InfrastructureHealth");
  }

  @Test
  void aTaskThatTakesTooLong() {
    register(OBEDIENT, "");
    scene.task("taskDefinition: shell", "kubernetes: {activeDeadlineSeconds: 3}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("UserInitiated");
    assertThat(scene.status().stoppedReason())
        .isEqualTo("Task stopped: it took longer than activeDeadlineSeconds allows");
    assertThat(scene.status().containers().getFirst().exitCode()).isEqualTo(143);
    WholeStatus.of(scene).stopped("UNKNOWN");
  }

  @Test
  void aSpotTaskThatIsEvicted() {
    register(OBEDIENT, "");
    scene.task(
        "taskDefinition: shell",
        "capacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]");
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    Pod pod = scene.pods().getFirst();
    NODE.client()
        .pods()
        .inNamespace(scene.namespace())
        .withName(pod.getMetadata().getName())
        .evict();

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("SpotInterruption");
    assertThat(scene.status().stoppedReason()).isEqualTo("Your Spot Task was interrupted.");
    assertThat(scene.status().capacityProviderName()).isEqualTo("FARGATE_SPOT");
    assertThat(scene.status().containers().getFirst().exitCode()).isEqualTo(143);
    WholeStatus.of(scene).stopped("UNKNOWN");
  }

  /** What was recorded is not written again, and no second pod is made. */
  private void staysStopped(String stopCode) {
    String version = scene.object().getMetadata().getResourceVersion();
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(10))
        .until(() -> scene.object().getMetadata().getResourceVersion().equals(version));
    assertThat(scene.status().stopCode()).isEqualTo(stopCode);
    assertThat(scene.pods()).hasSizeLessThan(2);
  }

  private void running() {
    scene.task("taskDefinition: shell");
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));
  }

  private void register(String script, String pod) {
    String template =
        pod.isEmpty()
            ? ""
            : "kubernetes:\n  podTemplate:\n    spec:\n" + pod.indent(6).stripTrailing();
    scene.apply(
        "TaskDefinition",
        "shell",
        """
        networkMode: awsvpc
        cpu: 128
        memory: 64
        containerDefinitions:
        - name: app
          image: %s
          memory: 32
          entryPoint: [/bin/sh]
          command: [-c, "%s"]
        """
            .formatted(RealNode.busybox().name(), script),
        template);
  }

  private static boolean ready(String node) {
    return NODE.client().nodes().withName(node).get().getStatus().getConditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private static void within(Duration limit, ThrowingRunnable assertion) {
    await().atMost(limit).pollInterval(Duration.ofMillis(500)).untilAsserted(assertion);
  }
}
