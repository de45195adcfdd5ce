package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalClusterIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  @Test
  void answersWithReadyNodesOfBothCapacities() {
    // Given a cluster as it is by default
    var nodes = CLUSTER.client().nodes();

    // Then half of its nodes are spot
    assertThat(nodes.list().getItems()).hasSize(4);
    assertThat(nodes.withLabel("longshore.dev/capacity", "spot").list().getItems()).hasSize(2);
  }

  @Test
  void scalesADeploymentByTheUsageThatItsPodsClaim() {
    // Given three pods that claim four times their target
    String namespace = CLUSTER.freshNamespace();
    var client = CLUSTER.client();
    client.resource(Workloads.deployment(3, "200m")).inNamespace(namespace).create();
    client.resource(Workloads.autoscaler(6)).inNamespace(namespace).create();

    // Then all become available, and the autoscaler sees the usage and acts on it
    var deployments = client.apps().deployments().inNamespace(namespace);
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(available(deployments.withName("web").get())).isEqualTo(6));
    HorizontalPodAutoscaler seen =
        client
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inNamespace(namespace)
            .withName("web")
            .get();
    assertThat(seen.getStatus().getCurrentMetrics()).isNotEmpty();
  }

  @Test
  void recordsEveryRequest() {
    // When something is asked of the API server
    String namespace = CLUSTER.freshNamespace();

    // Then the audit log names it
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(Files.readString(CLUSTER.auditLog())).contains(namespace));
  }

  private static int available(Deployment deployment) {
    Integer replicas = deployment.getStatus().getAvailableReplicas();
    return replicas == null ? 0 : replicas;
  }
}
