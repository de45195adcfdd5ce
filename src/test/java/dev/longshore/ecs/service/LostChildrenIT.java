package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A child without the label of its watch is deleted to the watch, and still there. */
class LostChildrenIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(CLUSTER.client(), namespace);
  private final BoundsWatch bounds = new BoundsWatch(CLUSTER.client(), namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  @Test
  void aChildThatLosesItsLabelIsFoundAgain() {
    scene.register(1);
    scene.service("taskDefinition: web", "desiredCount: 2");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    scene.register(2);
    eventually(
        () -> {
          assertThat(scene.images()).containsExactly("example/web:2");
          assertThat(scene.ready()).isEqualTo("True SteadyState");
        });
    Deployment child = scene.children().getFirst();

    CLUSTER.client().resource(child).edit(LostChildrenIT::unlabelled);

    eventually(
        () -> assertThat(scene.children()).singleElement().satisfies(it -> isWhatItWas(it, child)));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    assertThat(scene.tasks()).hasSize(2);
    assertThat(scene.status().deployments()).hasSize(1);
  }

  private static void isWhatItWas(Deployment now, Deployment before) {
    assertThat(now.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(now.getMetadata().getLabels()).isEqualTo(before.getMetadata().getLabels());
  }

  private static Deployment unlabelled(Deployment child) {
    child.getMetadata().getLabels().remove(Labels.MANAGED_BY);
    return child;
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(assertion);
  }
}
