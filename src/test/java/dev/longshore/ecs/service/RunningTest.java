package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import dev.longshore.ecs.service.Running.Tasks;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the tasks of a child count; {@code app} is essential and {@code helper} is not. */
class RunningTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "Running, '', app, 1, both containers run",
    "Running, helper, app, 1, the essential one runs",
    "Running, app, app, 0, the essential one does not",
    "Running, helper, '', 0, all are essential where none is named",
    "Pending, '', app, 0, nothing has started",
  })
  void aTaskRunsWhenItsEssentialContainersDo(
      String phase, String waiting, String essential, int running, String because) {
    ServiceObserved observed =
        ServiceObserved.of(
            List.of(child(essential)),
            List.of(pod(phase, waiting)),
            new Look(Fleet.NOW, Duration.ZERO));

    assertThat(observed.children().getFirst().tasks())
        .as(because)
        .isEqualTo(new Tasks(running, 1 - running, 0));
  }

  private static Deployment child(String essential) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("web")
        .addToLabels(Labels.DEPLOYMENT, "1")
        .addToAnnotations(Labels.ESSENTIAL, essential)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .endSpec()
        .build();
  }

  private static Pod pod(String phase, String waiting) {
    ContainerState state =
        waiting.isEmpty()
            ? new ContainerStateBuilder().withNewRunning().endRunning().build()
            : new ContainerStateBuilder().withNewWaiting().endWaiting().build();
    return new PodBuilder()
        .withNewMetadata()
        .withName("task")
        .withUid("task")
        .addToLabels(Labels.DEPLOYMENT, "1")
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withPhase(phase)
        .addNewContainerStatus()
        .withName(waiting.isEmpty() ? "app" : waiting)
        .withRestartCount(0)
        .withState(state)
        .endContainerStatus()
        .endStatus()
        .build();
  }
}
