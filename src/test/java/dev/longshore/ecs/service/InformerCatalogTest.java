package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of the tasks that carry a service's name are its own. */
class InformerCatalogTest {
  private static final List<Pod> PODS = List.of(pod("1", "old"), pod("2", "new"), pod("3", ""));

  @Test
  void tasksOfAServiceThatHadTheNameBeforeAreNotItsOwn() {
    Deployment child =
        new DeploymentBuilder()
            .withNewMetadata()
            .addToLabels(Labels.DEPLOYMENT, "2")
            .endMetadata()
            .build();

    assertThat(InformerCatalog.made(PODS, Set.of(child), Set.of()))
        .extracting(pod -> pod.getMetadata().getName())
        .containsExactly("task-2");
  }

  @Test
  void aDaemonSetOwnsItsTasksWhateverTheirDeployment() {
    DaemonSet child = new DaemonSetBuilder().withNewMetadata().withUid("old").endMetadata().build();

    assertThat(InformerCatalog.made(PODS, Set.of(), Set.of(child)))
        .extracting(pod -> pod.getMetadata().getName())
        .containsExactly("task-1");
  }

  private static Pod pod(String digits, String owner) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("task-" + digits)
        .addToLabels(Labels.DEPLOYMENT, digits)
        .addNewOwnerReference()
        .withUid(owner)
        .endOwnerReference()
        .endMetadata()
        .build();
  }
}
