package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that fail: what the breaker does, on simulated nodes where some images never start. */
class ServiceFailuresIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String BREAKER =
      "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: %s}}";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    scene.register(1);
  }

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  private void restart() {
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulated/missing | TaskFailedToStart        | CannotPullContainerError",
        "simulated/exits   | EssentialContainerExited | exit code 1"
      })
  void aDeploymentWhoseTasksFailIsRolledBack(String image, String stopCode, String why) {
    scene.service("taskDefinition: web", "desiredCount: 2", BREAKER.formatted(true));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    String good = scene.status().deployments().getFirst().id();

    scene.image("web", image + ":2", 9090);

    eventually(() -> assertThat(scene.ready()).isEqualTo("False RolledBack"));
    eventually(() -> assertThat(scene.ports()).containsExactly(8080));
    ServiceStatus status = scene.status();
    assertThat(status.runningCount()).isEqualTo(2);
    assertThat(status.deployments())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(good);
              assertThat(it.taskDefinition()).isEqualTo("web:1");
              assertThat(it.rolloutState()).isEqualTo("COMPLETED");
            });
    assertThat(messages(status))
        .anyMatch(it -> it.endsWith(") deployment failed: tasks failed to start."))
        .contains("(service web) rolling back to deployment " + good + ".")
        .startsWith("(service web) has reached a steady state.")
        .filteredOn(it -> it.endsWith("is unable to consistently start tasks successfully."))
        .hasSizeLessThan(2);

    assertThat(status.stoppedTasks())
        .filteredOn(it -> !good.equals(it.startedBy()))
        .anyMatch(it -> stopCode.equals(it.stopCode()));
    assertThat(status.serviceDeployments())
        .extracting(ServiceDeployment::taskDefinition, ServiceDeployment::status)
        .containsExactly(tuple("web:2", "ROLLBACK_SUCCESSFUL"), tuple("web:1", "SUCCESSFUL"));
    assertThat(status.serviceDeployments().getFirst().statusReason()).contains(why);
    assertThat(scene.message()).contains(why);

    // When the operator forgets everything, then what was given up is not tried again
    scene.staysAsItIs(this::restart);

    // When the cause is gone
    scene.image("web", "example/web:3");
    eventually(
        () -> {
          assertThat(scene.ready()).isEqualTo("True SteadyState");
          assertThat(scene.images()).containsExactly("example/web:3");
        });
  }

  @ParameterizedTest
  @CsvSource({"ROLLBACK, False RolledBack, example/web:1", "ABORT, False DeploymentFailed, "})
  void aDeploymentInProgressCanBeStopped(String action, String state, @Nullable String image) {
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.image("web", "simulated/missing:2");
    eventually(() -> assertThat(scene.status().taskDefinition()).isEqualTo("web:2"));
    String stuck = scene.status().deployments().getFirst().id();

    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        "kubernetes: {minReadySeconds: 1, deploymentAction: {deploymentId: %s, action: %s}}"
            .formatted(stuck, action));

    eventually(() -> assertThat(scene.ready()).isEqualTo(state));
    eventually(() -> assertThat(scene.status().runningCount()).isEqualTo(2));
    eventually(() -> assertThat(scene.status().pendingCount()).isZero());
    if (image != null) {
      assertThat(scene.status().taskDefinition()).isEqualTo("web:1");
      assertThat(scene.tasks())
          .allMatch(it -> it.getSpec().getContainers().getFirst().getImage().equals(image));
    }
  }

  @Test
  void aRequestThatIsLeftInTheSpecDoesNotStopWhatCompleted() {
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    String done = scene.status().deployments().getFirst().id();
    String[] spec = {
      "taskDefinition: web",
      "kubernetes: {minReadySeconds: 1, deploymentAction: {deploymentId: %s, action: ABORT}}"
          .formatted(done)
    };
    scene.service(spec[0], "desiredCount: 2", spec[1]);
    eventually(() -> assertThat(scene.rolloutStates()).containsExactly("COMPLETED"));

    scene.service(spec[0], "desiredCount: 3", spec[1]);

    eventually(() -> assertThat(scene.status().runningCount()).isEqualTo(3));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void withoutRollbackNothingIsStartedAnyMore() {
    scene.service("taskDefinition: web", "desiredCount: 2", BREAKER.formatted(false));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    scene.image("web", "simulated/missing:2");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False DeploymentFailed"));
    DeploymentStatus primary = scene.status().deployments().getFirst();
    assertThat(primary.rolloutState()).isEqualTo("FAILED");
    assertThat(primary.rolloutStateReason())
        .isEqualTo("ECS deployment circuit breaker: tasks failed to start.");
    assertThat(primary.failedTasks()).isGreaterThanOrEqualTo(3);
    eventually(() -> assertThat(scene.status().runningCount()).isEqualTo(2));
    eventually(() -> assertThat(scene.status().pendingCount()).isZero());
    assertThat(scene.images()).contains("example/web:1");
  }

  /** What a ReplicaSet replaces at once, as often as it happens. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"reason\":\"OutOfcpu\",\"containerStatuses\":null | TaskFailedToStart",
        "\"containerStatuses\":[{\"name\":\"app\",\"ready\":false,\"restartCount\":0,\"image\":\"\","
            + "\"imageID\":\"\",\"state\":{\"running\":null,\"terminated\":{\"exitCode\":3}}}]"
            + "| EssentialContainerExited"
      })
  void tasksThatEndAsAWholeFailTheDeployment(String status, String stopCode) {
    scene.service("taskDefinition: web", "desiredCount: 2", BREAKER.formatted(true));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    scene.image("web", "example/web:2", 9090);

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              scene.tasks().stream()
                  .filter(it -> image(it).equals("example/web:2"))
                  .filter(ServiceObserved::isRunning)
                  .forEach(it -> scene.end(it, status));
              assertThat(scene.ready()).isEqualTo("False RolledBack");
            });
    assertThat(scene.status().runningCount()).isEqualTo(2);
    assertThat(scene.status().serviceDeployments().getFirst().status())
        .isEqualTo("ROLLBACK_SUCCESSFUL");
    assertThat(scene.status().stoppedTasks()).anyMatch(it -> stopCode.equals(it.stopCode()));
    eventually(() -> assertThat(scene.taskImages()).containsExactly("example/web:1"));
    scene.staysAsItIs(this::restart);
  }

  private static String image(Pod pod) {
    return pod.getSpec().getContainers().getFirst().getImage();
  }

  @Test
  void withoutABreakerTasksAreReplacedMoreAndMoreSlowly() {
    scene.image("web", "simulated/missing:2");
    scene.service("taskDefinition: web", "desiredCount: 1");

    eventually(
        () ->
            assertThat(messages(scene.status()))
                .contains("(service web) is unable to consistently start tasks successfully."));
    assertThat(scene.status().deployments().getFirst().rolloutState()).isEqualTo("IN_PROGRESS");
    int failed = scene.status().deployments().getFirst().failedTasks();
    assertThat(failed).isBetween(3, 5);
  }

  @Test
  void theReplacementOfAnUnhealthyTaskStartsBeforeThatIsStopped() {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          containerDefinitions:
          - name: app
            image: example/web:2
            memory: 64
            healthCheck: {command: [CMD, "true"]}
        """);
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    Pod sick = scene.tasks().getFirst();
    List<Integer> counts = new CopyOnWriteArrayList<>();
    try (Watch watch = counting(counts)) {
      scene.fail(sick);

      eventually(
          () -> {
            assertThat(scene.tasks()).hasSize(2);
            assertThat(scene.tasks()).noneMatch(it -> uid(it).equals(uid(sick)));
            assertThat(scene.ready()).isEqualTo("True SteadyState");
          });
    }
    assertThat(counts).contains(3).allMatch(it -> it >= 2);
    assertThat(scene.status().deployments().getFirst().failedTasks()).isZero();
  }

  /** Replicas of the child at each of its changes. */
  private Watch counting(List<Integer> counts) {
    return client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, Deployment child) {
                counts.add(child.getSpec().getReplicas());
              }

              @Override
              public void onClose(WatcherException cause) {
                throw new IllegalStateException(cause);
              }
            });
  }

  private static String uid(Pod pod) {
    return pod.getMetadata().getUid();
  }

  private static List<String> messages(@Nullable ServiceStatus status) {
    return status == null
        ? List.of()
        : status.events().stream().map(ServiceEvent::message).toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
