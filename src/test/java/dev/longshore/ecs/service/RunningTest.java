package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import dev.longshore.ecs.service.Running.Tasks;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** Whatever else its pod still says. */
  @ParameterizedTest
  @CsvSource({"Failed, ''", "Failed, app", "Succeeded, ''"})
  void aTaskThatEndedCountsOnceAndTakesNoPlace(String phase, String waiting) {
    Pod pod = pod(phase, waiting);
    pod.getStatus().setConditions(List.of(new PodCondition()));
    pod.getStatus().getConditions().getFirst().setType("Ready");
    pod.getStatus().getConditions().getFirst().setStatus("True");
    Running child = observed(child("app"), pod).children().getFirst();
    Failures counted = child.counted(true, 0, Fleet.NOW);
    Running later =
        observed(child.marks().with(counted).on(child.object()), pod).children().getFirst();

    assertThat(child.tasks()).isEqualTo(new Tasks(0, 0, 0));
    assertThat(counted.failedTasks()).isEqualTo(1);
    assertThat(later.counted(true, 1, Fleet.NOW).seen()).containsOnlyKeys("task");
    assertThat(later.counted(true, 0, Fleet.NOW)).isEqualTo(counted);
  }

  private static ServiceObserved observed(Deployment child, Pod pod) {
    return ServiceObserved.of(List.of(child), List.of(pod), new Look(Fleet.NOW, Duration.ZERO));
  }

  /** Both tasks of a child are protected, and one is wanted. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "running: {}, True, 2, 2, both stay",
    "'terminated: {finishedAt: \"2026-01-01T00:09:00Z\"}', False, 1, 1, one that ended gives way",
    "waiting: {reason: ImagePullBackOff}, False, 1, 1, and one that cannot start",
    "waiting: {reason: ContainerCreating}, False, 2, 2, but not one that starts",
  })
  void aProtectedTaskThatFailedIsNotKept(
      String state, String ready, int held, int replicas, String because) {
    Deployment child =
        new DeploymentBuilder(child("app")).editSpec().withReplicas(2).endSpec().build();
    ServiceObserved observed =
        ServiceObserved.of(
            List.of(child),
            List.of(task("a", "running: {}", "True"), task("b", state, ready)),
            new Look(Fleet.NOW, Duration.ZERO));
    ServicePlan plan =
        ServicePlan.of(
            Fleet.service("{'desiredCount': 1}"), Optional.empty(), observed, Daemons.RENDER);

    assertThat(observed.children().getFirst().held()).as(because).isEqualTo(held);
    assertThat(plan.children().getFirst().getSpec().getReplicas()).as(because).isEqualTo(replicas);
  }

  private static Pod task(String uid, String state, String ready) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %1$s
          uid: %1$s
          labels: {%4$s: '1'}
          annotations:
            %5$s: '2026-01-02T00:00:00Z'
            %6$s: 'true'
            controller.kubernetes.io/pod-deletion-cost: '2147483647'
            karpenter.sh/do-not-disrupt: 'true'
            cluster-autoscaler.kubernetes.io/safe-to-evict: 'false'
        spec: {containers: [{name: app}]}
        status:
          phase: Running
          conditions: [{type: Ready, status: '%3$s', lastTransitionTime: '2026-01-01T00:00:00Z'}]
          containerStatuses: [{name: app, restartCount: 0, state: {%2$s}}]
        """
            .formatted(
                uid, state, ready, Labels.DEPLOYMENT, Labels.PROTECTED_UNTIL, Labels.PROTECTED),
        Pod.class);
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
