package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a real scheduler puts a service's tasks, and what is made for each of them. */
class ServicePlacementIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void tasksOfADistinctInstanceShareNoNode() {
    int nodes = client.nodes().list().getItems().size();
    scene.register(1);
    scene.service(
        "taskDefinition: web",
        "desiredCount: " + nodes,
        "placementConstraints: [{type: distinctInstance}]",
        "propagateTags: SERVICE",
        "tags: [{key: team, value: shop}]");

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    assertThat(scene.tasks()).hasSize(nodes);
    assertThat(scene.tasks().stream().map(pod -> pod.getSpec().getNodeName()))
        .doesNotHaveDuplicates();
    assertThat(scene.tasks()).allMatch(ServicePlacementIT::isTagged);
    scene.staysAsItIs();
  }

  @Test
  void aMemberOfNoNodeWaitsForOne() {
    scene.register(1);
    scene.service(
        "taskDefinition: web",
        "placementConstraints: [{type: memberOf, expression: 'attribute:rack == r9'}]");

    eventually(() -> assertThat(scene.tasks()).hasSize(1));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(6))
        .until(() -> scene.tasks().getFirst().getSpec().getNodeName() == null);
    assertThat(scene.status().pendingCount()).isEqualTo(1);
  }

  @Test
  void eachTaskGetsAVolumeOfItsOwn() {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          containerDefinitions:
          - name: app
            image: example/web:1
            memory: 64
            mountPoints: [{sourceVolume: data, containerPath: /data}]
          volumes: [{name: data, configuredAtLaunch: true}]
        """);
    scene.service(
        "taskDefinition: web",
        "desiredCount: 2",
        "volumeConfigurations: [{name: data, managedEBSVolume: {roleArn: 'arn:aws:iam::111122223333:role/ebs',"
            + " sizeInGiB: 7}}]");

    eventually(
        () ->
            assertThat(client.persistentVolumeClaims().inNamespace(namespace).list().getItems())
                .hasSize(2)
                .allMatch(claim -> size(claim).equals(new Quantity("7Gi"))));
  }

  private static Quantity size(PersistentVolumeClaim claim) {
    return Objects.requireNonNull(claim.getSpec().getResources().getRequests().get("storage"));
  }

  private static boolean isTagged(Pod pod) {
    return "shop".equals(pod.getMetadata().getLabels().get("team"));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
