package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.core.Events.Occurrence;
import dev.longshore.core.Labels;
import dev.longshore.ecs.service.ServiceEvents.Told;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEventsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Told ROLLING =
      new Told("ecs-svc/7", rollout(false), false, false, Trouble.NONE);
  private static final Told DONE = new Told("ecs-svc/7", rollout(true), false, false, Trouble.NONE);
  private static final Told STEADY =
      new Told("ecs-svc/7", rollout(true), true, false, Trouble.NONE);
  private static final Told STUCK =
      new Told("ecs-svc/7", rollout(false), false, true, Trouble.NONE);

  @Test
  void aCleanRollTellsItsStoryInOrderAndOnce() {
    List<ServiceEvent> events = tell(List.of(), List.of(pod(1, false), pod(2, false)), ROLLING, 0);
    events = tell(events, List.of(pod(1, false), pod(2, false)), ROLLING, 1);
    events = tell(events, List.of(pod(1, true), pod(2, false)), ROLLING, 2);
    events = tell(events, List.of(pod(2, false)), DONE, 3);
    events = tell(events, List.of(pod(2, false)), STEADY, 4);

    assertThat(events.reversed().stream().map(ServiceEvent::message))
        .containsExactly(
            "(service web) has started 2 tasks: (task 1) (task 2).",
            "(service web) has stopped 1 running tasks: (task 1).",
            "(service web) (deployment ecs-svc/7) deployment completed.",
            "(service web) has reached a steady state.");
  }

  @Test
  void aTaskThatNobodySawStopIsToldOnceItIsGone() {
    List<ServiceEvent> events =
        tell(List.of(), List.of(pod(1, false), pod(2, false), pod(3, false)), ROLLING, 0);
    events = tell(events, List.of(pod(2, true), pod(3, false)), ROLLING, 1);
    events = tell(events, List.of(pod(3, false)), DONE, 2);

    assertThat(messages(events))
        .containsExactly(
            "(service web) has started 3 tasks: (task 1) (task 2) (task 3).",
            "(service web) has stopped 2 running tasks: (task 2) (task 1).",
            "(service web) (deployment ecs-svc/7) deployment completed.",
            "(service web) has reached a steady state.");
    assertThat(tell(events, List.of(pod(3, false)), STEADY, 600)).isEqualTo(events);
  }

  @Test
  void aTaskWhoseStartIsForgottenIsNotToldToBeGone() {
    List<ServiceEvent> events = full();

    List<ServiceEvent> later = tell(events, List.of(), ROLLING, 600);

    assertThat(messages(later).stream().filter(it -> it.contains("stopped"))).hasSize(100);
    assertThat(messages(later)).noneMatch(it -> it.contains("(task 1000)"));
    assertThat(tell(later, List.of(), ROLLING, 1_200)).isEqualTo(later);
  }

  @Test
  void nothingNewLeavesTheListAsItIs() {
    List<ServiceEvent> events = tell(List.of(), List.of(pod(1, false)), DONE, 0);

    assertThat(tell(events, List.of(pod(1, false)), STEADY, 600)).isEqualTo(events);
  }

  @Test
  void aStuckDeploymentIsToldOnce() {
    List<ServiceEvent> events = tell(List.of(), List.of(), STUCK, 0);

    assertThat(tell(events, List.of(), STUCK, 60)).isEqualTo(events).hasSize(1);
    assertThat(ServiceEvents.occurrence(events.getFirst()))
        .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo("Warning"));
  }

  @Test
  void aHundredAreKeptAndOldTasksAreNotToldAgain() {
    List<Pod> pods = IntStream.rangeClosed(1, 2_000).mapToObj(i -> pod(i, false)).toList();

    List<ServiceEvent> events = tell(List.of(), pods, ROLLING, 0);
    List<ServiceEvent> later = tell(events, pods, ROLLING, 600);

    assertThat(events).hasSize(ServiceEvents.KEPT);
    assertThat(later).isEqualTo(events);
  }

  @Test
  void aTaskThatStartsWhenTheListIsFullIsTold() {
    List<ServiceEvent> events = full();
    List<Pod> pods = new ArrayList<>(many());
    pods.add(pod(3_000, false, NOW));

    List<ServiceEvent> later = tell(events, pods, ROLLING, 600);

    assertThat(later).hasSize(ServiceEvents.KEPT);
    assertThat(later.getFirst().message())
        .isEqualTo("(service web) has started 1 tasks: (task 3000).");
  }

  @Test
  void whatTheListForgotIsNotToldAgain() {
    List<Pod> stopping = IntStream.rangeClosed(1, 2_000).mapToObj(i -> pod(i, true)).toList();

    List<ServiceEvent> events = tell(List.of(), stopping, ROLLING, 1);

    assertThat(tell(events, stopping, ROLLING, 2)).isEqualTo(events);
  }

  @Test
  void whatDrainsIsToldWithWhatStops() {
    Pod serving = drained(pod(1, true));
    Pod other = pod(2, true);

    List<ServiceEvent> events = tell(List.of(), List.of(serving, other), ROLLING, 0);

    assertThat(messages(events))
        .containsExactly(
            "(service web) has stopped 2 running tasks: (task 1) (task 2).",
            "(service web) has begun draining connections on 1 tasks.");
    assertThat(tell(events, List.of(serving, other), ROLLING, 1)).isEqualTo(events);
  }

  @Test
  void whatTakesThePlaceOfAnUnhealthyTaskSaysSo() {
    List<ServiceEvent> before = tell(List.of(), List.of(pod(1, false)), STEADY, 0);

    List<ServiceEvent> events =
        tell(before, List.of(pod(1, false), pod(2, false)), with(ill(1)), 1);

    assertThat(events.getFirst().message())
        .isEqualTo(
            "(service web) has started 1 tasks: (task 2). Amazon ECS replaced 1 tasks due to an"
                + " unhealthy status.");
    assertThat(tell(events, List.of(pod(1, false), pod(2, false)), with(ill(1)), 2))
        .isEqualTo(events);
  }

  @Test
  void aTaskWithoutAPlaceIsToldOnceUntilTheServiceIsSteady() {
    Told cpu = with(unplaced("no cpu."));
    Told memory = with(unplaced("no memory."));

    List<ServiceEvent> events = tell(List.of(), List.of(), cpu, 0);
    events = tell(events, List.of(), cpu, 1);
    events = tell(events, List.of(), memory, 2);
    events = tell(events, List.of(), cpu, 3);
    events = tell(events, List.of(), STEADY, 4);
    events = tell(events, List.of(), cpu, 5);

    assertThat(messages(events))
        .containsExactly(
            "(service web) was unable to place a task. Reason: no cpu.",
            "(service web) was unable to place a task. Reason: no memory.",
            "(service web) has reached a steady state.",
            "(service web) was unable to place a task. Reason: no cpu.");
  }

  @Test
  void tasksThatAreRefusedAreToldOnceForADeployment() {
    List<ServiceEvent> events = tell(List.of(), List.of(), with(refused(3, "quota.")), 0);
    events = tell(events, List.of(), with(refused(2, "quota, used: 2")), 1);

    assertThat(messages(events))
        .containsExactly(
            "(service web) could not launch 3 tasks for deployment ecs-svc/7. Reason: quota.");
  }

  @Test
  void movesToAnotherZoneAreToldWhenTheyBeginAndWhenTheyAreDone() {
    List<ServiceEvent> events = zones(List.of(), STEADY, 0, placed(1, "a"), placed(2, "a"));
    events = zones(events, STEADY, 1, moving(placed(1, "a")), placed(2, "a"));
    events = zones(events, ROLLING, 2, moving(placed(1, "a")), placed(2, "a"), placed(3, "b"));
    events = zones(events, STEADY, 3, placed(2, "a"), placed(3, "b"));
    List<ServiceEvent> later = zones(events, STEADY, 4, placed(2, "a"), placed(3, "b"));

    assertThat(messages(events))
        .filteredOn(it -> it.endsWith("state.") || it.contains(" AZ "))
        .containsExactly(
            "(service web) has reached a steady state.",
            "(service web) is not AZ balanced with 2 tasks in a, 0 tasks in b. AZ Rebalancing in"
                + " progress.",
            "(service web) is AZ balanced with 1 tasks in a, 1 tasks in b.",
            "(service web) has reached a steady state.");
    assertThat(later).isEqualTo(events);
  }

  private static List<ServiceEvent> zones(
      List<ServiceEvent> old, Told told, int second, Pod... pods) {
    ServiceObserved observed =
        new ServiceObserved(List.of(), List.of(pods), NOW.plusSeconds(second))
            .among(() -> List.of(node("a"), node("b")));
    return ServiceEvents.of("web", old, observed, told);
  }

  private static Node node(String zone) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("node-" + zone)
        .addToLabels("topology.kubernetes.io/zone", zone)
        .endMetadata()
        .build();
  }

  private static Pod placed(int id, String zone) {
    return new PodBuilder(pod(id, false))
        .editMetadata()
        .addToLabels(Labels.DEPLOYMENT, "7")
        .endMetadata()
        .editSpec()
        .withNodeName("node-" + zone)
        .endSpec()
        .build();
  }

  private static Pod moving(Pod pod) {
    return new PodBuilder(pod)
        .editMetadata()
        .addToAnnotations(Labels.DRAINING, Draining.ZONE)
        .endMetadata()
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          has reached a steady state.                                                | SteadyState          | Normal
          (deployment ecs-svc/7) deployment completed.                               | DeploymentCompleted  | Normal
          (deployment ecs-svc/7) deployment failed: tasks failed to start.           | DeploymentFailed     | Warning
          rolling back to deployment ecs-svc/6.                                      | RollingBack          | Warning
          is unable to consistently start tasks successfully.                        | TasksFailToStart     | Warning
          was unable to place a task. Reason: Capacity is unavailable at this time.  | TaskPlacementFailure | Warning
          was unable to reach steady state. Reason: No Container Instances were found in your capacity provider. | TaskPlacementFailure | Warning
          was unable to reach steady state because (taskSet ecs-svc/7) was unable to scale in due to (reason 2 tasks under protection) | TasksProtected | Warning
          could not launch 1 tasks for deployment ecs-svc/7. Reason: a webhook says: has reached a steady state. | TasksRefused | Warning
          has started 1 tasks: (task 1).                                             | none                 | none
          has begun draining connections on 1 tasks.                                 | none                 | none
          """)
  void statesAreKubernetesEventsToo(String message, String reason, String type) {
    ServiceEvent event = new ServiceEvent("id", NOW.toString(), "(service web) " + message);

    assertThat(ServiceEvents.occurrence(event).map(Occurrence::reason))
        .isEqualTo(Optional.ofNullable(reason));
    assertThat(ServiceEvents.occurrence(event).map(Occurrence::type))
        .isEqualTo(Optional.ofNullable(type));
  }

  private static List<String> messages(List<ServiceEvent> events) {
    return events.reversed().stream().map(it -> String.valueOf(it.message())).toList();
  }

  private static Told with(Trouble trouble) {
    return new Told("ecs-svc/7", rollout(false), true, false, trouble);
  }

  private static Trouble ill(int tasks) {
    return trouble(tasks, Optional.empty(), Optional.empty());
  }

  private static Trouble unplaced(String why) {
    return trouble(0, Optional.of(" was unable to place a task. Reason: " + why), Optional.empty());
  }

  private static Trouble refused(int tasks, String why) {
    return trouble(0, Optional.empty(), Optional.of(new Unlaunched("ecs-svc/7", tasks, why)));
  }

  private static Trouble trouble(
      int unhealthy, Optional<String> unplaced, Optional<Unlaunched> unlaunched) {
    return new Trouble(
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        unhealthy,
        unplaced,
        unlaunched);
  }

  private static Pod drained(Pod pod) {
    return new PodBuilder(pod)
        .editSpec()
        .addNewContainer()
        .withName("app")
        .withNewLifecycle()
        .withNewPreStop()
        .withNewSleep(5L)
        .endPreStop()
        .endLifecycle()
        .endContainer()
        .endSpec()
        .build();
  }

  private static List<ServiceEvent> full() {
    return tell(List.of(), many(), ROLLING, -1);
  }

  private static List<Pod> many() {
    return IntStream.rangeClosed(1, 2_000).mapToObj(i -> pod(i, false)).toList();
  }

  private static List<ServiceEvent> tell(
      List<ServiceEvent> old, List<Pod> pods, Told told, int second) {
    return ServiceEvents.of(
        "web", old, new ServiceObserved(List.of(), pods, NOW.plusSeconds(second)), told);
  }

  private static Pod pod(int id, boolean stopping) {
    return pod(id, stopping, NOW.minusSeconds(60));
  }

  private static Pod pod(int id, boolean stopping, Instant created) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("web-" + id)
        .withUid(String.valueOf(id))
        .withCreationTimestamp(created.toString())
        .withDeletionTimestamp(stopping ? NOW.plusSeconds(30).toString() : null)
        .withDeletionGracePeriodSeconds(stopping ? 30L : null)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .endStatus()
        .build();
  }

  private static Rollout rollout(boolean done) {
    return new Rollout(done, done, !done, Optional.empty());
  }
}
