package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceDeploymentCircuitBreaker;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Services whose real containers fail. {@code -Dlongshore.crashSeconds=600} watches one for the ten
 * minutes that its bounds are meant for; {@code make proof} does.
 */
class ServiceNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final int WATCHED = Integer.getInteger("longshore.crashSeconds", 30);

  /** Bounds of ten minutes for a single task that exits at once. */
  private static final int MOST_PODS = 12;

  private static final int MOST_STARTS = 40;

  private static final String GOOD = "sleep 1000";

  private final KubernetesClient client = NODE.client();
  private final String namespace = NODE.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private RunningOperator operator = RunningOperator.in(NODE, namespace);

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  @Test
  void aRevisionThatCrashesIsRolledBackToTheTasksThatRun() {
    scene.command("web", GOOD);
    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        "kubernetes: {minReadySeconds: 8}",
        "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true}}");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    List<String> good = scene.tasks().stream().map(ServiceNodeIT::uid).sorted().toList();

    scene.command("web", "sleep 5; exit 3");

    double first = seconds(() -> failures() > 0);
    double last = first + seconds(() -> failures() >= 3);
    double back = last + seconds(() -> scene.ready().equals("False RolledBack"));
    System.out.printf(
        "proof: name=rollback value=%.1f unit=s failures=%.1f ratio=%.2f n=3%n",
        back - first, last - first, (back - first) / (last - first));
    assertThat(scene.tasks())
        .extracting(ServiceNodeIT::uid)
        .containsExactlyInAnyOrderElementsOf(good);
    assertThat(scene.status().deployments())
        .singleElement()
        .extracting(DeploymentStatus::taskDefinition, DeploymentStatus::rolloutState)
        .containsExactly("web:1", "COMPLETED");
  }

  /** How long it takes until something is so. */
  private static double seconds(Callable<Boolean> so) {
    long began = System.nanoTime();
    await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100)).until(so);
    return (System.nanoTime() - began) / 1e9;
  }

  /** What the circuit breaker of the newest deployment counts. */
  private int failures() {
    return scene.status().serviceDeployments().stream()
        .filter(it -> "web:2".equals(it.taskDefinition()))
        .map(ServiceDeployment::deploymentCircuitBreaker)
        .flatMap(Stream::ofNullable)
        .map(ServiceDeploymentCircuitBreaker::failureCount)
        .mapToInt(it -> it == null ? 0 : it)
        .sum();
  }

  @Test
  void anImageThatIsNotThereFailsTheDeployment() {
    scene.image("web", "localhost/nobody-made-this:1");
    scene.service(
        "taskDefinition: web",
        "desiredCount: 1",
        "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true}}");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False DeploymentFailed"));
    eventually(() -> assertThat(scene.tasks()).isEmpty());
  }

  @Test
  void aRevisionWhoseMigrationFailsIsRolledBack() {
    migrated("exit 0");
    scene.service(
        "taskDefinition: web",
        "desiredCount: 1",
        "kubernetes: {minReadySeconds: 1}",
        "deploymentConfiguration: {deploymentCircuitBreaker: {enable: true, rollback: true}}");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    List<String> good = scene.tasks().stream().map(ServiceNodeIT::uid).toList();

    migrated("exit 1");

    eventually(() -> assertThat(scene.ready()).isEqualTo("False RolledBack"));
    eventually(
        () ->
            assertThat(scene.tasks())
                .extracting(ServiceNodeIT::uid)
                .containsExactlyElementsOf(good));
    assertThat(failures()).isGreaterThanOrEqualTo(3);
  }

  private void migrated(String migration) {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          containerDefinitions:
          - name: app
            image: localhost/busybox:1
            memory: 16
            command: [/bin/sh, -c, sleep 1000]
            dependsOn: [{containerName: migrate, condition: SUCCESS}]
          - name: migrate
            image: localhost/busybox:1
            memory: 16
            essential: false
            command: [/bin/sh, -c, %s]
        """
            .formatted(migration));
  }

  @Test
  void aTaskThatExitsAtOnceIsReplacedMoreAndMoreSlowlyAndHealsWithoutTheOperator()
      throws InterruptedException {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          containerDefinitions:
          - {name: app, image: localhost/busybox:1, memory: 16, command: [/bin/sh, -c, exit 3]}
          - name: sibling
            image: localhost/busybox:1
            memory: 16
            command: [/bin/sh, -c, "trap 'exit 0' TERM; while :; do sleep 1; done"]
        """);
    scene.service("taskDefinition: web", "desiredCount: 1", "kubernetes: {minReadySeconds: 40}");
    ContainerStarts starts = new ContainerStarts();
    try (Watch watch = client.pods().inNamespace(namespace).watch(starts)) {
      Thread.sleep(Duration.ofSeconds(WATCHED));
    }
    System.out.printf(
        "proof: name=pods-of-a-crashing-task value=%d unit=pods seconds=%d%n"
            + "proof: name=starts-of-a-crashing-task value=%d unit=containers seconds=%d%n",
        starts.pods(), WATCHED, starts.containers(), WATCHED);
    assertThat(starts.pods()).isBetween(4, MOST_PODS);
    assertThat(starts.containers()).isLessThanOrEqualTo(MOST_STARTS);
    // each new task starts its sibling anew, and nothing else does
    assertThat(starts.of("sibling"))
        .allMatch(it -> it <= 1)
        .filteredOn(it -> it == 1)
        .hasSizeGreaterThanOrEqualTo(starts.pods() - 1);

    // When nobody is there to replace it
    operator.close();
    Pod left = scene.tasks().getFirst();
    int before = restarts(left);

    // Then the kubelet goes on
    await()
        .atMost(Duration.ofMinutes(6))
        .untilAsserted(
            () -> assertThat(restarts(client.resource(left).get())).isGreaterThan(before));
  }

  private static int restarts(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .filter(it -> it.getName().equals("app"))
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  private static String uid(Pod pod) {
    return pod.getMetadata().getUid();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(assertion);
  }
}
