package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Daemon services on the real controllers, on simulated nodes of their own. */
class ServiceDaemonIT {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final Duration QUIET = Duration.ofSeconds(5);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final DaemonScene daemons = new DaemonScene(scene);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    daemons.image("example/web:1");
  }

  @AfterEach
  void stop() throws Exception {
    try {
      bounds.end(operator);
    } finally {
      daemons.removeNodes();
    }
  }

  private void restart() {
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
  }

  @Test
  void everyNodeHasATaskAndASteadyServiceIsNotWritten() {
    daemons.nodes(2);
    daemons.service("desiredCount: 7");
    steady(2);
    ServiceStatus status = scene.status();
    assertThat(status.pendingCount()).isZero();
    assertThat(status.deployments())
        .singleElement()
        .extracting(DeploymentStatus::rolloutState)
        .isEqualTo("COMPLETED");
    assertThat(messages()).startsWith("(service web) has reached a steady state.");
    assertThat(scene.ports()).containsExactly(8080);
    assertThat(scene.versions().keySet()).noneMatch(it -> it.startsWith("PodDisruptionBudget"));

    daemons.node(3);
    steady(3);
    assertThat(daemons.taken()).containsExactly("1", "2", "3");

    daemons.remove(1);
    // the control plane waits that long before it takes a node's tasks for gone
    await().atMost(Duration.ofMinutes(3)).until(() -> scene.tasks().size() == 2);
    steady(2);
    assertThat(daemons.taken()).containsExactly("2", "3");

    scene.staysAsItIs(this::restart);
  }

  @Test
  void aRollLeavesTheMinimumOfHealthyTasks() {
    daemons.nodes(4);
    daemons.service("deploymentConfiguration: {minimumHealthyPercent: 50}");
    steady(4);
    AtomicInteger fewest = new AtomicInteger(4);
    try (Watch watch = daemons.fewestReady(fewest)) {
      daemons.image("example/web:2");
      eventually(() -> assertThat(daemons.images()).containsExactly("example/web:2"));
      steady(4);
    }
    // the second may stop when the place of the first is taken already
    assertThat(fewest.get()).isBetween(2, 3);
    assertThat(scene.status().deployments()).hasSize(1);
    assertThat(daemons.child().getMetadata().getAnnotations())
        .doesNotContainKey("ecs.longshore.dev/former-deployments");
  }

  @Test
  void aDeploymentWhoseTasksFailIsRolledBack() {
    daemons.nodes(3);
    String breaker =
        "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true}}";
    daemons.service(breaker);
    steady(3);
    String good = scene.status().deployments().getFirst().id();

    daemons.image("simulated/missing:2");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False RolledBack"));
    assertThat(scene.status().deployments())
        .singleElement()
        .extracting(DeploymentStatus::id)
        .isEqualTo(good);
    assertThat(daemons.images()).containsExactly("example/web:1");
    assertThat(messages())
        .anyMatch(it -> it.endsWith(") deployment failed: tasks failed to start."))
        .contains("(service web) rolling back to deployment " + good + ".");

    // When the operator forgets everything, then what was given up is not tried again
    scene.staysAsItIs(this::restart);

    daemons.image("example/web:3");
    steady(3);
    assertThat(daemons.images()).containsExactly("example/web:3");
  }

  @Test
  void aPauseBeforeTheFirstTaskLeavesTheNodesWhatTheyHave() {
    String hooks =
        "deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, lifecycleStages:"
            + " [PRE_SCALE_UP]}]}";
    daemons.nodes(2);
    daemons.service();
    steady(2);
    daemons.service(hooks);
    daemons.image("example/web:2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("False AwaitingAction"));

    // Then another node gets what the others have
    daemons.node(3);
    eventually(() -> assertThat(daemons.taken()).containsExactly("1", "2", "3"));
    assertThat(daemons.images()).containsExactly("example/web:1");
    scene.staysAsItIs(this::restart);

    // When somebody goes on
    ServiceDeployment waiting = scene.status().serviceDeployments().getFirst();
    daemons.service(
        hooks,
        "kubernetes: {minReadySeconds: 1, deploymentAction: {deploymentId: %s, action: CONTINUE, hookId: %s}}"
            .formatted(waiting.deploymentId(), waiting.lifecycleHookDetails().getFirst().hookId()));
    steady(3);
    assertThat(daemons.images()).containsExactly("example/web:2");
  }

  @Test
  void withoutRollbackNothingIsStartedAnyMore() {
    daemons.nodes(3);
    daemons.service(
        "deploymentConfiguration: {minimumHealthyPercent: 30, deploymentCircuitBreaker: {enable:"
            + " true, rollback: false}}");
    steady(3);

    daemons.image("simulated/missing:2");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False DeploymentFailed"));
    eventually(() -> assertThat(daemons.images()).containsExactly("example/web:1"));
    assertThat(daemons.taken()).hasSize(1);
    await().during(QUIET).atMost(LONG).until(() -> daemons.taken().size() == 1);
  }

  @Test
  void aMinimumOfAllLeavesNoStepAndTouchesNothing() {
    daemons.nodes(2);
    daemons.service("deploymentConfiguration: {minimumHealthyPercent: 100}");
    steady(2);

    daemons.image("example/web:2");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False DeploymentConfiguration"));
    assertThat(messages()).anyMatch(it -> it.contains("was unable to stop or start"));
    assertThat(daemons.images()).containsExactly("example/web:1");

    daemons.service("deploymentConfiguration: {minimumHealthyPercent: 50}");
    eventually(() -> assertThat(daemons.images()).containsExactly("example/web:2"));
    steady(2);
  }

  @Test
  void aCordonedNodeGetsNoTaskAndKeepsTheOneItHad() {
    daemons.nodes(2);
    daemons.service("kubernetes: {minReadySeconds: 0}");
    steady(2);

    daemons.node(3);
    daemons.cordon(1, true);
    steady(3);
    assertThat(daemons.taken()).containsExactly("1", "2", "3");

    daemons.image("example/web:2");
    eventually(() -> assertThat(daemons.taken()).containsExactly("2", "3"));
    steady(2);

    daemons.cordon(1, false);
    steady(3);
    assertThat(daemons.taken()).containsExactly("1", "2", "3");
    assertThat(daemons.images()).containsExactly("example/web:2");
  }

  @Test
  void theStrategyOfAServiceNeverChanges() {
    daemons.nodes(1);
    daemons.service();
    steady(1);

    assertThatThrownBy(() -> scene.service("taskDefinition: web", "schedulingStrategy: REPLICA"))
        .hasMessageContaining("schedulingStrategy");

    client.resources(Service.class).inNamespace(namespace).withName("web").delete();
    eventually(() -> assertThat(scene.versions()).isEmpty());
    eventually(() -> assertThat(daemons.child()).isNull());
  }

  @Test
  void whatDaemonsCannotHaveIsRefusedInTheWordsOfEcs() {
    daemons.nodes(1);
    daemons.service("capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False InvalidParameterException"));
    assertThat(scene.message())
        .contains("Specifying a capacity provider strategy is not supported when you create");
    assertThat(daemons.child()).isNull();
  }

  private void steady(int tasks) {
    eventually(
        () -> {
          assertThat(scene.ready()).isEqualTo("True SteadyState");
          assertThat(scene.status().desiredCount()).isEqualTo(tasks);
          assertThat(scene.status().runningCount()).isEqualTo(tasks);
        });
  }

  private List<String> messages() {
    return scene.status().events().stream().map(ServiceEvent::message).toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
  }
}
