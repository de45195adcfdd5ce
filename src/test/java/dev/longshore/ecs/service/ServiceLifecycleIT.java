package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deployments that wait for more than their tasks: pauses, alarms and the bake time. */
class ServiceLifecycleIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String HOOKS =
      "deploymentConfiguration: {lifecycleHooks: [{targetType: PAUSE, lifecycleStages:"
          + " [PRE_SCALE_UP, POST_SCALE_UP]}]}";
  private static final String ALARMS =
      "deploymentConfiguration: {bakeTimeInMinutes: 5, alarms: {alarmNames: [errors], enable: true,"
          + " rollback: true}}";

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

  @Test
  void aDeploymentWaitsForEachDecision() {
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.service("taskDefinition: web", "desiredCount: 2", HOOKS);
    scene.image("web", "example/web:2");

    // Then it waits before its first task, and a restart of the operator changes nothing
    eventually(() -> assertThat(scene.ready()).isEqualTo("False AwaitingAction"));
    assertThat(newest().lifecycleStage()).isEqualTo("PRE_SCALE_UP");
    scene.staysAsItIs(this::restart);
    assertThat(scene.taskImages()).containsExactly("example/web:1");

    // When somebody goes on, then the tasks take turns, and it waits again
    goOn();
    eventually(() -> assertThat(newest().lifecycleStage()).isEqualTo("POST_SCALE_UP"));
    assertThat(scene.taskImages()).containsExactly("example/web:2");
    assertThat(scene.status().deployments().getFirst().rolloutState()).isEqualTo("IN_PROGRESS");

    goOn();
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    assertThat(newest().status()).isEqualTo("SUCCESSFUL");
  }

  @Test
  void anAlarmEndsADeploymentThatBakes() {
    scene.apply(
        "Cluster",
        "default",
        """
          kubernetes:
            bindings:
              alarms:
              - alarmName: errors
                condition: {apiVersion: apps/v1, kind: Deployment, name: monitor, type: Alarming}
        """);
    monitor("False");
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.service("taskDefinition: web", "desiredCount: 2", ALARMS);
    scene.image("web", "example/web:2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("False BakeTime"));
    assertThat(newest().alarms().status()).isEqualTo("MONITORING");

    monitor("True");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False RolledBack"));
    assertThat(scene.taskImages()).containsExactly("example/web:1");
    assertThat(newest().status()).isEqualTo("ROLLBACK_SUCCESSFUL");
    assertThat(newest().alarms().triggeredAlarmNames()).containsExactly("errors");
    assertThat(scene.status().events())
        .anyMatch(it -> String.valueOf(it.message()).endsWith("failed: alarm detected."));
  }

  @Test
  void anAlarmThatNobodyBoundIsRefused() {
    scene.service("taskDefinition: web", "desiredCount: 2", ALARMS);

    eventually(() -> assertThat(scene.ready()).isEqualTo("False InvalidParameterException"));
    assertThat(scene.message()).contains("alarm errors is unknown", "bindings.alarms");
  }

  private void goOn() {
    ServiceDeployment waiting = newest();
    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        HOOKS,
        "kubernetes: {minReadySeconds: 1, deploymentAction: {deploymentId: %s, action: CONTINUE, hookId: %s}}"
            .formatted(waiting.deploymentId(), waiting.lifecycleHookDetails().getFirst().hookId()));
  }

  /** An object with the condition that stands for the alarm. */
  private void monitor(String status) {
    var monitor =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("monitor")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withReplicas(0)
            .withPaused(true)
            .withNewSelector()
            .addToMatchLabels("app", "monitor")
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels("app", "monitor")
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("monitor")
            .withImage("example/monitor")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    client.resource(monitor).createOr(NonDeletingOperation::update);
    client
        .resource(monitor)
        .editStatus(
            it ->
                new DeploymentBuilder(it)
                    .editOrNewStatus()
                    .withConditions(
                        new DeploymentConditionBuilder()
                            .withType("Alarming")
                            .withStatus(status)
                            .build())
                    .endStatus()
                    .build());
  }

  private ServiceDeployment newest() {
    return scene.status().serviceDeployments().getFirst();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(assertion);
  }
}
