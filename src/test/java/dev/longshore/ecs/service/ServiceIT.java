package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API server and the stock controllers make of a service's children. */
class ServiceIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The usage of a new task is known after two rounds of the metrics server, twice in a row. */
  private static final Duration MEASURED = Duration.ofSeconds(180);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  private void restart() {
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
  }

  @BeforeEach
  void register() {
    scene.register(1);
  }

  @Test
  void aServiceReachesASteadyStateAndThenNothingIsWritten() {
    scene.service("taskDefinition: web", "desiredCount: 3");

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    ServiceStatus status = scene.status();
    assertThat(status.runningCount()).isEqualTo(3);
    assertThat(status.pendingCount()).isZero();
    assertThat(status.deployments()).singleElement().satisfies(ServiceIT::isCompleted);
    assertThat(status.events().stream().map(ServiceEvent::message))
        .startsWith("(service web) has reached a steady state.");

    scene.staysAsItIs(this::restart);
  }

  @Test
  void aNewRevisionRollsAndTheOldChildGoes() {
    scene.service("taskDefinition: web", "desiredCount: 4");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    scene.register(2);

    eventually(
        () -> {
          assertThat(scene.images()).containsExactly("example/web:2");
          assertThat(scene.ready()).isEqualTo("True SteadyState");
        });
    assertThat(scene.status().taskDefinition()).isEqualTo("web:2");
    assertThat(scene.status().deployments()).hasSize(1);
  }

  @Test
  void anOperatorThatIsKilledInTheMiddleOfARollEndsInTheSameState() {
    scene.service("taskDefinition: web", "desiredCount: 6");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.register(2);
    eventually(() -> assertThat(scene.images()).hasSize(2));

    restart();

    eventually(
        () -> {
          assertThat(scene.images()).containsExactly("example/web:2");
          assertThat(scene.status().runningCount()).isEqualTo(6);
          assertThat(scene.ready()).isEqualTo("True SteadyState");
        });
  }

  @Test
  void tasksThatTheApiServerRefusesAreSaidAndHeal() {
    ResourceQuota quota =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName("none")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .addToHard("pods", new Quantity("0"))
            .endSpec()
            .build();
    client.resource(quota).create();
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.ready()).isEqualTo("False TasksRefused"));

    client.resource(quota).delete();

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void aChildThatTheApiServerRefusesIsSaidAndKeepsNoOtherFromBeingWritten() {
    ResourceQuota quota =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName("none")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .addToHard("count/deployments.apps", new Quantity("0"))
            .endSpec()
            .build();
    client.resource(quota).create();
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.ready()).isEqualTo("False WriteRefused"));
    assertThat(scene.message()).contains("exceeded quota");
    assertThat(client.services().inNamespace(namespace).withName("web").get()).isNotNull();

    client.resource(quota).delete();

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void aSecondServiceOfANameWaitsForItAndTellsNothingOfTheFirst() {
    bounds.others("web"); // the tasks of one go while those of the other come
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.apply(
        "Service",
        "copy",
        "  serviceName: web\n  taskDefinition: web\n  kubernetes: {minReadySeconds: 1}\n");
    eventually(() -> assertThat(scene.ready("copy")).isEqualTo("False DuplicateName"));
    assertThat(scene.status("copy").events()).isEmpty();
    assertThat(scene.status("copy").runningCount()).isZero();

    client.resources(Service.class).inNamespace(namespace).withName("web").delete();

    eventually(() -> assertThat(scene.ready("copy")).isEqualTo("True SteadyState"));
  }

  @Test
  void boundsThatLeaveNoRoomStallAndTouchNothing() {
    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        "deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 100}");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    scene.register(2);

    eventually(() -> assertThat(scene.ready()).isEqualTo("False DeploymentConfiguration"));
    assertThat(scene.status().runningCount()).isEqualTo(2);
    assertThat(scene.status().events().getFirst().message())
        .contains("was unable to stop or start");
  }

  @Test
  void aMissingTaskDefinitionHealsByItself() {
    scene.service("taskDefinition: later:1", "desiredCount: 1");
    eventually(() -> assertThat(scene.ready()).isEqualTo("False TaskDefinitionNotFound"));
    assertThat(scene.children()).isEmpty();

    scene.register("later", 1);

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void aForeignEditOfAChildIsReverted() {
    bounds.others("web");
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    client
        .resource(scene.children().getFirst())
        .edit(
            child -> {
              child.getSpec().setReplicas(9);
              child.getSpec().getTemplate().getSpec().getContainers().getFirst().setImage("evil");
              return child;
            });

    eventually(
        () -> {
          assertThat(scene.images()).containsExactly("example/web:1");
          assertThat(scene.children().getFirst().getSpec().getReplicas()).isEqualTo(1);
        });
  }

  @Test
  void anObjectThatIsNotOursIsLeftAloneAndNamed() {
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of("app", "theirs"))
                .addNewPort()
                .withPort(1)
                .endPort()
                .endSpec()
                .build())
        .create();

    scene.service("taskDefinition: web", "desiredCount: 1");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False NameConflict"));
    assertThat(
            client.services().inNamespace(namespace).withName("web").get().getSpec().getSelector())
        .isEqualTo(Map.of("app", "theirs"));
  }

  @Test
  void deletingAServiceLeavesNothing() {
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    client.resources(Service.class).inNamespace(namespace).withName("web").delete();

    eventually(() -> assertThat(scene.versions()).isEmpty());
  }

  @Test
  void tasksSpreadOverProvidersAndScaleThroughTheScaleSubresource() {
    scene.fargate("web");
    scene.service(
        "taskDefinition: web",
        "desiredCount: 4",
        "capacityProviderStrategy:",
        "- {capacityProvider: FARGATE, base: 1, weight: 1}",
        "- {capacityProvider: FARGATE_SPOT, weight: 2}");
    eventually(
        () -> assertThat(scene.replicas()).isEqualTo(Map.of("FARGATE", 2, "FARGATE_SPOT", 2)));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    client.resources(Service.class).inNamespace(namespace).withName("web").scale(7);

    eventually(
        () -> assertThat(scene.replicas()).isEqualTo(Map.of("FARGATE", 3, "FARGATE_SPOT", 4)));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void cpuAboveTheTargetRaisesTheDesiredCountAndTheSplit() {
    scene.fargate("web");
    scene.service(
        """
        kubernetes:
            minReadySeconds: 0
            autoScaling:
              scalableTarget: {minCapacity: 2, maxCapacity: 6}
              scalingPolicies:
              - policyName: cpu
                policyType: TargetTrackingScaling
                targetTrackingScalingPolicyConfiguration:
                  targetValue: 50
                  scaleOutCooldown: 1
                  predefinedMetricSpecification:
                    predefinedMetricType: ECSServiceAverageCPUUtilization
          taskDefinition: web
          desiredCount: 2
          capacityProviderStrategy:
          - {capacityProvider: FARGATE, weight: 1}
          - {capacityProvider: FARGATE_SPOT, weight: 1}
        """
            .stripTrailing());
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    await()
        .atMost(MEASURED)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              scene.load("100m");
              assertThat(scene.replicas()).isEqualTo(Map.of("FARGATE", 3, "FARGATE_SPOT", 3));
            });
    eventually(() -> assertThat(scene.status().runningCount()).isEqualTo(6));
  }

  private static void isCompleted(DeploymentStatus deployment) {
    assertThat(deployment.status()).isEqualTo("PRIMARY");
    assertThat(deployment.rolloutState()).isEqualTo("COMPLETED");
    assertThat(deployment.rolloutStateReason())
        .isEqualTo("ECS deployment " + deployment.id() + " completed.");
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
  }
}
