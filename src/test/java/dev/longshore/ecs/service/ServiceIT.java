package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API server and the stock controllers make of a service's children. */
class ServiceIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** More than two resyncs of the operator under test. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @BeforeEach
  void register() {
    register(1);
  }

  @Test
  void aServiceReachesASteadyStateAndThenNothingIsWritten() {
    service("taskDefinition: web", "desiredCount: 3");

    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));
    ServiceStatus status = status();
    assertThat(status.runningCount()).isEqualTo(3);
    assertThat(status.pendingCount()).isZero();
    assertThat(status.deployments()).singleElement().satisfies(ServiceIT::isCompleted);
    assertThat(status.events().stream().map(ServiceEvent::message))
        .startsWith("(service web) has reached a steady state.");

    Map<String, String> before = versions();
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
    await().during(QUIET).atMost(LONG).until(() -> versions().equals(before));
  }

  @Test
  void aNewRevisionRollsAndTheOldChildGoes() {
    service("taskDefinition: web", "desiredCount: 4");
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    register(2);

    eventually(
        () -> {
          assertThat(images()).containsExactly("example/web:2");
          assertThat(ready()).isEqualTo("True SteadyState");
        });
    assertThat(status().taskDefinition()).isEqualTo("web:2");
    assertThat(status().deployments()).hasSize(1);
  }

  @Test
  void anOperatorThatIsKilledInTheMiddleOfARollEndsInTheSameState() {
    service("taskDefinition: web", "desiredCount: 6");
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));
    register(2);
    eventually(() -> assertThat(images()).hasSize(2));

    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);

    eventually(
        () -> {
          assertThat(images()).containsExactly("example/web:2");
          assertThat(status().runningCount()).isEqualTo(6);
          assertThat(ready()).isEqualTo("True SteadyState");
        });
  }

  @Test
  void boundsThatLeaveNoRoomStallAndTouchNothing() {
    service(
        "taskDefinition: web",
        "desiredCount: 2",
        "deploymentConfiguration: {minimumHealthyPercent: 100, maximumPercent: 100}");
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    register(2);

    eventually(() -> assertThat(ready()).isEqualTo("False DeploymentConfiguration"));
    assertThat(status().runningCount()).isEqualTo(2);
    assertThat(status().events().getFirst().message()).contains("was unable to stop or start");
  }

  @Test
  void aMissingTaskDefinitionHealsByItself() {
    service("taskDefinition: later:1", "desiredCount: 1");
    eventually(() -> assertThat(ready()).isEqualTo("False TaskDefinitionNotFound"));
    assertThat(children()).isEmpty();

    register("later", 1);

    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void aForeignEditOfAChildIsReverted() {
    service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    client
        .resource(children().getFirst())
        .edit(
            child -> {
              child.getSpec().setReplicas(9);
              child.getSpec().getTemplate().getSpec().getContainers().getFirst().setImage("evil");
              return child;
            });

    eventually(
        () -> {
          assertThat(images()).containsExactly("example/web:1");
          assertThat(children().getFirst().getSpec().getReplicas()).isEqualTo(1);
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

    service("taskDefinition: web", "desiredCount: 1");

    eventually(() -> assertThat(ready()).isEqualTo("False NameConflict"));
    assertThat(
            client.services().inNamespace(namespace).withName("web").get().getSpec().getSelector())
        .isEqualTo(Map.of("app", "theirs"));
  }

  @Test
  void deletingAServiceLeavesNothing() {
    service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    client.resources(Service.class).inNamespace(namespace).withName("web").delete();

    eventually(() -> assertThat(versions()).isEmpty());
  }

  @Test
  void tasksSpreadOverProvidersAndScaleThroughTheScaleSubresource() {
    service(
        "taskDefinition: web",
        "desiredCount: 4",
        "capacityProviderStrategy:",
        "- {capacityProvider: FARGATE, base: 1, weight: 1}",
        "- {capacityProvider: FARGATE_SPOT, weight: 2}");
    eventually(() -> assertThat(replicas()).isEqualTo(Map.of("FARGATE", 2, "FARGATE_SPOT", 2)));
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    client.resources(Service.class).inNamespace(namespace).withName("web").scale(7);

    eventually(() -> assertThat(replicas()).isEqualTo(Map.of("FARGATE", 3, "FARGATE_SPOT", 4)));
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));
  }

  @Test
  void cpuAboveTheTargetRaisesTheDesiredCountAndTheSplit() {
    service(
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
    eventually(() -> assertThat(ready()).isEqualTo("True SteadyState"));

    eventually(
        () -> {
          load("100m");
          assertThat(replicas()).isEqualTo(Map.of("FARGATE", 3, "FARGATE_SPOT", 3));
        });
    eventually(() -> assertThat(status().runningCount()).isEqualTo(6));
  }

  /** On simulated nodes the usage is what this annotation says. */
  private void load(String cpu) {
    String patch =
        "{\"metadata\":{\"annotations\":{\"kwok.x-k8s.io/usage-cpu\":\"%s\"}}}".formatted(cpu);
    client
        .pods()
        .inNamespace(namespace)
        .resources()
        .forEach(pod -> pod.patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }

  private void service(String... spec) {
    String yaml =
        Stream.of(spec).map(line -> "  " + line).collect(Collectors.joining("\n"))
            + (String.join("", spec).contains("kubernetes:")
                ? "\n"
                : "\n  kubernetes: {minReadySeconds: 1}\n");
    apply("Service", "web", yaml);
  }

  private void register(int version) {
    register("web", version);
  }

  private void register(String family, int version) {
    apply(
        "TaskDefinition",
        family,
        """
          containerDefinitions:
          - name: app
            image: example/web:%d
            cpu: 64
            memory: 64
            portMappings: [{containerPort: 8080}]
        """
            .formatted(version));
  }

  private void apply(String kind, String name, String spec) {
    String yaml =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n%s"
            .formatted(kind, name, namespace, spec);
    client.resource(yaml).inNamespace(namespace).serverSideApply();
  }

  private static void isCompleted(DeploymentStatus deployment) {
    assertThat(deployment.status()).isEqualTo("PRIMARY");
    assertThat(deployment.rolloutState()).isEqualTo("COMPLETED");
    assertThat(deployment.rolloutStateReason())
        .isEqualTo("ECS deployment " + deployment.id() + " completed.");
  }

  private ServiceStatus status() {
    return client.resources(Service.class).inNamespace(namespace).withName("web").get().getStatus();
  }

  private String ready() {
    ServiceStatus status = status();
    return status == null
        ? "no status"
        : status.conditions().stream()
            .filter(condition -> condition.getType().equals("Ready"))
            .map((Condition condition) -> condition.getStatus() + " " + condition.getReason())
            .findFirst()
            .orElse("no Ready");
  }

  private List<Deployment> children() {
    return client.apps().deployments().inNamespace(namespace).list().getItems().stream()
        .sorted(Comparator.comparing(child -> child.getMetadata().getName()))
        .toList();
  }

  private Map<String, Integer> replicas() {
    return children().stream()
        .collect(
            Collectors.toMap(
                child -> child.getMetadata().getLabels().get(Labels.CAPACITY_PROVIDER),
                child -> child.getSpec().getReplicas()));
  }

  private List<String> images() {
    return children().stream()
        .map(it -> it.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage())
        .distinct()
        .toList();
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    Stream.of(
            client.resources(Service.class).inNamespace(namespace).list().getItems(),
            client.apps().deployments().inNamespace(namespace).list().getItems(),
            client.services().inNamespace(namespace).list().getItems(),
            client.policy().v1().podDisruptionBudget().inNamespace(namespace).list().getItems(),
            client.pods().inNamespace(namespace).list().getItems())
        .flatMap(List::stream)
        .map(HasMetadata.class::cast)
        .forEach(
            it ->
                versions.put(
                    it.getKind() + "/" + it.getMetadata().getName(),
                    it.getMetadata().getResourceVersion()));
    return versions;
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
  }
}
