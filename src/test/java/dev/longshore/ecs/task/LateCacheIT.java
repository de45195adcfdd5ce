package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Blindfold;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is decided while the caches do not know yet what was just made. */
class LateCacheIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final TaskScene scene = new TaskScene(CLUSTER.client(), CLUSTER.freshNamespace());
  private final RunningOperator operator =
      RunningOperator.through(CLUSTER, new Blindfold("jobs", "pods"), scene.namespace());

  @AfterEach
  void stop() {
    operator.close();
    scene.client().namespaces().withName(scene.namespace()).delete();
  }

  @Test
  void aTaskThatIsStoppedRightAfterItsStartIsNotForgottenWhileItRuns() {
    scene.register("nightly", "image: example/nightly:1", "memory: 8");
    scene.task("taskDefinition: nightly");
    scene.eventually(() -> assertThat(scene.jobs()).hasSize(1));

    scene.stop("changed mind");

    scene.eventually(
        () ->
            assertThat(scene.jobs())
                .singleElement()
                .satisfies(it -> assertThat(it.getSpec().getSuspend()).isTrue()));
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stoppedReason()).isEqualTo("changed mind");
  }
}
