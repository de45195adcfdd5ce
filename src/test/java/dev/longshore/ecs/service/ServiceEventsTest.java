package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.ecs.service.ServiceEvents.Told;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    List<ServiceEvent> later = tell(events, List.of(pod(3_000, false, NOW)), ROLLING, 600);

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

  private static List<ServiceEvent> full() {
    return tell(
        List.of(),
        IntStream.rangeClosed(1, 2_000).mapToObj(i -> pod(i, false)).toList(),
        ROLLING,
        -1);
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
        .withNewStatus()
        .withPhase("Running")
        .endStatus()
        .build();
  }

  private static Rollout rollout(boolean done) {
    return new Rollout(done, done, !done, Optional.empty());
  }
}
