package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import dev.longshore.testing.Traffic;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Requests through the ClusterIP while a service rolls, and beside it the same roll of a plain
 * Deployment with Kubernetes' defaults. {@code -Dlongshore.rolls=3} and {@code
 * -Dlongshore.requests=20000} are what {@code make proof} asks for.
 */
class ServiceTrafficNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final int ROLLS = Integer.getInteger("longshore.rolls", 1);
  private static final int REQUESTS = Integer.getInteger("longshore.requests", 2_000);

  /** Ends at once when it is told to; the first process of a container would else ignore that. */
  private static final String SERVER =
      "busybox mkdir -p /www; echo %d > /www/index.html; busybox httpd -f -p 8080 -h /www & "
          + "trap 'kill %%1; exit 0' TERM; wait";

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
  void noRequestFailsWhileAServiceRolls() throws IOException {
    register(0);
    scene.service("taskDefinition: web", "desiredCount: 3");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    Traffic traffic = NODE.traffic(address("web"), 8080);

    for (int roll = 1; roll <= ROLLS; roll++) {
      String revision = "web:" + (roll + 1);
      register(roll);
      eventually(
          () -> {
            assertThat(scene.status().taskDefinition()).isEqualTo(revision);
            assertThat(scene.ready()).isEqualTo("True SteadyState");
          });
      awaitRequests(traffic, roll);
    }

    Traffic.Count count = traffic.stop();
    report("service", count);
    assertThat(count.failed()).as(count.first()).isZero();
    assertThat(count.requests()).isGreaterThanOrEqualTo(REQUESTS);
  }

  @Test
  void whatAPlainDeploymentLosesIsPrintedForComparison() throws IOException {
    client.resource(plain(0)).inNamespace(namespace).serverSideApply();
    client
        .resource(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: plain}
            spec: {selector: {app: plain}, ports: [{port: 8080}]}
            """)
        .inNamespace(namespace)
        .create();
    eventually(() -> assertThat(rolledOut()).isTrue());
    Traffic traffic = NODE.traffic(address("plain"), 8080);

    for (int roll = 1; roll <= ROLLS; roll++) {
      client.resource(plain(roll)).inNamespace(namespace).forceConflicts().serverSideApply();
      eventually(() -> assertThat(rolledOut()).isTrue());
      awaitRequests(traffic, roll);
    }

    Traffic.Count count = traffic.stop();
    report("plain-deployment", count);
    assertThat(count.requests()).isGreaterThanOrEqualTo(REQUESTS);
  }

  private void register(int version) {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          containerDefinitions:
          - name: app
            image: %s
            memory: 32
            command: [/bin/sh, -c, "%s"]
            portMappings: [{containerPort: 8080}]
            healthCheck: {command: [CMD-SHELL, "busybox wget -q -O /dev/null http://127.0.0.1:8080/"], interval: 5}
        """
            .formatted(RealNode.busybox().name(), SERVER.formatted(version)));
  }

  private static String plain(int version) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: plain}
    spec:
      replicas: 3
      selector: {matchLabels: {app: plain}}
      template:
        metadata: {labels: {app: plain}}
        spec:
          containers:
          - name: app
            image: %s
            command: [/bin/sh, -c, "%s"]
            ports: [{containerPort: 8080}]
            readinessProbe: {httpGet: {port: 8080}, periodSeconds: 5}
    """
        .formatted(RealNode.busybox().name(), SERVER.formatted(version));
  }

  private boolean rolledOut() {
    Deployment plain = client.apps().deployments().inNamespace(namespace).withName("plain").get();
    return plain.getStatus() != null
        && plain.getMetadata().getGeneration().equals(plain.getStatus().getObservedGeneration())
        && Integer.valueOf(3).equals(plain.getStatus().getUpdatedReplicas())
        && Integer.valueOf(3).equals(plain.getStatus().getAvailableReplicas())
        && Integer.valueOf(3).equals(plain.getStatus().getReplicas());
  }

  private String address(String service) {
    return client
        .services()
        .inNamespace(namespace)
        .withName(service)
        .get()
        .getSpec()
        .getClusterIP();
  }

  /** Until the roll had its share of the requests, and the tasks that drain are gone. */
  private static void awaitRequests(Traffic traffic, int roll) {
    await()
        .pollDelay(Duration.ofSeconds(7))
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofMinutes(10))
        .until(() -> traffic.requests() >= (long) REQUESTS * roll / ROLLS);
  }

  private static void report(String what, Traffic.Count count) {
    System.out.printf(
        "proof: name=failed-requests of=%s value=%d unit=requests n=%d rolls=%d first=\"%s\"%n",
        what, count.failed(), count.requests(), ROLLS, count.first());
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
