package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.localcluster.SecondNode;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node with real tasks is drained as kubectl does it: cordoned, then every pod is evicted. */
class ServiceDrainNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private final KubernetesClient client = NODE.client();
  private final String namespace = NODE.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private final RunningOperator operator = RunningOperator.in(NODE, namespace);
  private final SecondNode other = NODE.second(RealNode.busybox());
  private String first = "";

  @BeforeEach
  void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() throws Exception {
    try {
      cordon(false);
      bounds.end(operator);
      eventually(() -> assertThat(scene.tasks()).isEmpty());
    } finally {
      other.close();
    }
  }

  @Test
  void everyTaskIsReplacedOnTheOtherNodeBeforeItsEvictionIsAllowed() throws Exception {
    scene.command("web", "\"trap 'exit 0' TERM; while :; do sleep 0.2; done\"");
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    List<Pod> old = scene.tasks();
    first = old.getFirst().getSpec().getNodeName();
    assertThat(nodes()).containsOnly(first);
    assertThat(client.pods().resource(old.getFirst()).evict()).as("nobody replaced it").isFalse();
    other.open();

    AtomicInteger fewest = new AtomicInteger(2);
    try (Watch ignored = new DaemonScene(scene).fewestReady(fewest)) {
      cordon(true);
      for (Pod task : old) {
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> gone(task) || evicted(task));
      }

      eventually(
          () -> {
            assertThat(old).allMatch(task -> client.resource(task).get() == null);
            assertThat(nodes()).hasSize(2).doesNotContain(first);
            assertThat(scene.ready()).isEqualTo("True SteadyState");
          });
    }
    assertThat(fewest).as("ready tasks at every moment").hasValue(2);
  }

  /** One that went in the same moment is none to evict: {@code kubectl drain} takes it so, too. */
  private boolean evicted(Pod task) {
    try {
      return client.pods().resource(task).evict();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return true;
      }
      throw e;
    }
  }

  private boolean gone(Pod task) {
    Pod now = client.resource(task).get();
    return now == null || now.getMetadata().getDeletionTimestamp() != null;
  }

  private List<String> nodes() {
    return scene.tasks().stream().map(pod -> pod.getSpec().getNodeName()).toList();
  }

  private void cordon(boolean cordoned) {
    if (!first.isEmpty()) {
      client
          .nodes()
          .withName(first)
          .edit(it -> new NodeBuilder(it).editSpec().withUnschedulable(cordoned).endSpec().build());
    }
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
