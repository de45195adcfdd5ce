package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services whose containers run while a real kubelet says that their health check fails. */
class ServiceHealthNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final String GOOD = "sleep 1000";

  /** Healthy later than its check has patience. */
  private static final String SLOW = "sleep 16; touch /up; sleep 1000";

  private final KubernetesClient client = NODE.client();
  private final String namespace = NODE.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private final RunningOperator operator = RunningOperator.in(NODE, namespace);

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  @Test
  void aRevisionWhoseCheckFailsIsRolledBack() {
    scene.checked("web", GOOD, "'true'");
    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true,"
            + " thresholdConfiguration: {type: COUNT, value: 2}}}");
    steady();
    List<String> good = uids();

    scene.checked("web", GOOD, "'false'");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False RolledBack"));
    assertThat(uids()).isEqualTo(good);
    ServiceDeployment failed = scene.status().serviceDeployments().getFirst();
    assertThat(failed.status()).isEqualTo("ROLLBACK_SUCCESSFUL");
    assertThat(failed.deploymentCircuitBreaker().failureCount()).isEqualTo(2);
    assertThat(failed.rollback().taskDefinition()).isEqualTo("web:1");
  }

  @Test
  void aTaskThatTurnsUnhealthyIsReplacedByOneOfItsRevision() throws InterruptedException {
    scene.checked("web", GOOD, "test ! -f /ill");
    scene.service("taskDefinition: web", "desiredCount: 2");
    steady();
    Pod ill = scene.tasks().getFirst();
    List<String> before = uids();
    int told = scene.status().events().size();

    run(ill, "/bin/sh", "-c", "touch /ill");

    eventually(() -> assertThat(uids()).hasSize(2).doesNotContain(ill.getMetadata().getUid()));
    steady();
    assertThat(uids()).containsAnyElementsOf(before);
    assertThat(scene.status().deployments())
        .singleElement()
        .satisfies(it -> assertThat(it.taskDefinition()).isEqualTo("web:1"));
    eventually(
        () ->
            assertThat(news(told))
                .as("failed checks: %s", unhealthy())
                .satisfiesExactly(
                    it -> assertThat(it).contains("has started 1 tasks"),
                    it -> assertThat(it).contains("1 running tasks"),
                    it -> assertThat(it).contains("has reached a steady state")));
    theLastStopWasForItsHealth();
  }

  @Test
  void aSlowStartWithinTheGracePeriodIsNoFailure() {
    scene.checked("web", SLOW, "test -f /up");
    scene.service("taskDefinition: web", "desiredCount: 1", "healthCheckGracePeriodSeconds: 60");
    eventually(() -> assertThat(scene.tasks()).hasSize(1));
    List<String> first = uids();

    steady();

    assertThat(uids()).isEqualTo(first);
    assertThat(scene.status().deployments().getFirst().failedTasks()).isZero();
  }

  @Test
  void withoutAGracePeriodItIs() {
    scene.checked("web", SLOW, "test -f /up");
    scene.service("taskDefinition: web", "desiredCount: 1");

    eventually(
        () -> {
          assertThat(scene.status()).isNotNull();
          assertThat(scene.status().deployments())
              .first()
              .satisfies(it -> assertThat(it.failedTasks()).isGreaterThanOrEqualTo(1));
        });
    theLastStopWasForItsHealth();
  }

  private void theLastStopWasForItsHealth() {
    eventually(
        () ->
            assertThat(scene.status().stoppedTasks())
                .first()
                .satisfies(
                    it ->
                        assertThat(it.stoppedReason())
                            .isEqualTo("Task failed container health checks")));
  }

  /** Each failed check of the namespace, with its pod. */
  private List<String> unhealthy() {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> "Unhealthy".equals(event.getReason()))
        .map(event -> event.getInvolvedObject().getName() + ": " + event.getMessage())
        .toList();
  }

  private void run(Pod pod, String... command) throws InterruptedException {
    try (ExecWatch watch = client.pods().resource(pod).redirectingOutput().exec(command)) {
      assertThat(watch.exitCode().orTimeout(20, TimeUnit.SECONDS).join()).isZero();
    }
  }

  /** Messages of the events since, the oldest first. */
  private List<String> news(int told) {
    List<ServiceEvent> events = scene.status().events();
    return events.subList(0, events.size() - told).reversed().stream()
        .map(ServiceEvent::message)
        .toList();
  }

  private List<String> uids() {
    return scene.tasks().stream().map(pod -> pod.getMetadata().getUid()).sorted().toList();
  }

  private void steady() {
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(assertion);
  }
}
