package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tasks of a REPLICA service that are to be on another node or in another zone, by a real scheduler
 * and real evictions.
 */
class ServiceDrainIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String BALANCED = "availabilityZoneRebalancing: ENABLED";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final DaemonScene nodes = new DaemonScene(scene);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    nodes.image("example/web:1");
  }

  @AfterEach
  void stop() throws Exception {
    try {
      bounds.end(operator);
    } finally {
      nodes.removeNodes();
    }
  }

  @Test
  void othersStartBeforeTheyStop() {
    nodes.nodes(2);
    service(4, "{}");
    String full = nodes.taken().getFirst();
    String free = full.equals("1") ? "2" : "1";

    nodes.cordon(Integer.parseInt(full), true);

    moved(free, free, free, free);
    scene.staysAsItIs();

    // When the node is back, then nothing moves by itself
    scene.staysAsItIs(() -> nodes.cordon(Integer.parseInt(full), false));
    assertThat(nodes.taken()).containsExactly(free, free, free, free);
  }

  @Test
  void withoutRoomTheyStopFirstDownToTheMinimum() {
    nodes.nodes(2);
    service(4, "{minimumHealthyPercent: 50, maximumPercent: 100}");

    nodes.cordon(1, true);

    moved("2", "2", "2", "2");
  }

  @Test
  void theBudgetKeepsASingleTaskOnlyUntilAnotherRuns() {
    nodes.nodes(2);
    service(1, "{}");
    Pod task = scene.tasks().getFirst();
    AtomicInteger fewest = new AtomicInteger(1);
    try (Watch ignored = nodes.fewestReady(fewest)) {
      assertThat(client.pods().resource(task).evict()).isFalse();

      String node = nodes.taken().getFirst();
      nodes.cordon(Integer.parseInt(node), true);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> client.resource(task).get() == null || client.pods().resource(task).evict());

      moved(node.equals("1") ? "2" : "1");
      assertThat(fewest).hasValue(1);
    }
  }

  @Test
  void whatMayComeBackToItsNodeIsNotReplacedAndMayBeEvictedOneAtATime() {
    nodes.image("example/web:2", "{tolerations: [{operator: Exists}]}");
    nodes.nodes(1);
    service(2, "{}");
    assertThat(client.pods().resource(scene.tasks().getFirst()).evict()).isFalse();

    nodes.cordon(1, true);

    eventually(() -> assertThat(client.pods().resource(scene.tasks().getFirst()).evict()).isTrue());
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    assertThat(nodes.taken()).containsExactly("1", "1");
  }

  @Test
  void whoFindsNoOtherPlaceStays() {
    nodes.nodes(1);
    service(2, "{}");
    List<String> before = names();

    nodes.cordon(1, true);
    eventually(() -> assertThat(scene.tasks()).hasSize(4));
    assertThat(names()).containsAll(before);

    nodes.cordon(1, false);
    moved("1", "1");
  }

  @Test
  void balancedTasksMoveToAZoneThatCameBack() {
    nodes.node(1, "one");
    service(5, "{}", BALANCED);

    nodes.node(2, "two");

    moved("1", "1", "1", "2", "2");
    scene.staysAsItIs();
  }

  @Test
  void tasksThatFindNoPlaceInAnotherZoneStayAndAreNotTriedAgain() {
    nodes.node(1, "one");
    service(3, "{}", BALANCED);

    nodes.fullNode(2, "two");

    eventually(
        () ->
            assertThat(scene.tasks().stream().map(it -> it.getMetadata().getAnnotations().keySet()))
                .anyMatch(it -> it.contains(Labels.BALANCED)));
    moved("1", "1", "1");
    scene.staysAsItIs();
  }

  private void service(int desired, String configuration, String... more) {
    scene.service(
        Stream.concat(
                Stream.of(
                    "taskDefinition: web",
                    "desiredCount: " + desired,
                    "deploymentConfiguration: " + configuration),
                Stream.of(more))
            .toArray(String[]::new));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  /** On these nodes, steady, and with no mark left. */
  private void moved(String... to) {
    eventually(
        () -> {
          assertThat(nodes.taken()).containsExactly(to);
          assertThat(scene.ready()).isEqualTo("True SteadyState");
          assertThat(scene.tasks().stream().map(it -> it.getMetadata().getAnnotations().keySet()))
              .noneMatch(it -> it.contains(Labels.DRAINING));
        });
  }

  private List<String> names() {
    return scene.tasks().stream().map(pod -> pod.getMetadata().getName()).toList();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
