package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a task that stopped is deleted, so that another takes its place. */
class ReplacementsTest {
  private static final Pod TASK =
      new PodBuilder()
          .withNewMetadata()
          .withName("web-1-x")
          .withUid("x")
          .addToLabels("app", "web")
          .endMetadata()
          .withNewStatus()
          .endStatus()
          .build();

  private final ChildDeployments none =
      new ChildDeployments(
          (service, inputs, placement, marks) -> {
            throw new AssertionError("nothing has to be rendered");
          });

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "2, 2, 1, a stop that is written down",
    "2, 1, 0, but not one that is still to be: it would be forgotten with the pod",
    "1, 0, 0, nor the first of a task",
  })
  void aTaskGoesOnceAllItsStopsAreWrittenDown(int stops, int written, int due, String because) {
    Failures failures =
        new Failures(written, 1, 0, 0, Fleet.NOW.toString(), Map.of("x", written), null);
    Running child = stopped(failures, new TaskFault(TASK, Kind.EXITED, stops, false), 1);
    ServiceObserved observed = new ServiceObserved(List.of(child), List.of(), Fleet.NOW);
    ServicePlan plan =
        ServicePlan.of(
            Fleet.service("{'desiredCount': 1}"), Optional.of(Fleet.inputs(1)), observed, none);

    assertThat(Replacements.of(plan, observed).due()).as(because).hasSize(due);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "Running, 0, one that its ReplicaSet would replace waits for the throttle",
    "Failed, 1, one that it has replaced already goes",
  })
  void aTaskThatEndedNeedNotWait(String phase, int due, String because) {
    Pod pod = new PodBuilder(TASK).editStatus().withPhase(phase).endStatus().build();
    Failures failures = new Failures(9, 9, 0, 0, Fleet.NOW.toString(), Map.of("x", 1), null);
    Running child = stopped(failures, new TaskFault(pod, Kind.EXITED, 1, false), 1);
    ServiceObserved observed = new ServiceObserved(List.of(child), List.of(), Fleet.NOW);
    ServicePlan plan =
        ServicePlan.of(
            Fleet.service("{'desiredCount': 1}"), Optional.of(Fleet.inputs(1)), observed, none);

    assertThat(Replacements.of(plan, observed).due()).as(because).hasSize(due);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "1, 1, 1, one that stays is replaced",
    "0, 1, 0, 'one that is to go is left to its ReplicaSet, which would make it again'",
    "1, 2, 0, nor is it deleted while the ReplicaSet has still to shrink",
  })
  void aReplicaSetThatShrinksDropsItsFailedTasksItself(
      int desired, int live, int due, String because) {
    Failures failures = new Failures(1, 1, 0, 0, Fleet.NOW.toString(), Map.of("x", 1), null);
    Running child = stopped(failures, new TaskFault(TASK, Kind.EXITED, 1, false), live);
    ServiceObserved observed = new ServiceObserved(List.of(child), List.of(), Fleet.NOW);
    ServicePlan plan =
        ServicePlan.of(
            Fleet.service("{'desiredCount': %d}".formatted(desired)),
            Optional.of(Fleet.inputs(1)),
            observed,
            none);
    Scheduling scheduling =
        new ReplicaScheduling(List.of(), new Scheduling.NodesSeen(List.of(), List::of), false);

    assertThat(scheduling.stops(plan, observed, List.of(TASK))).as(because).hasSize(due);
  }

  private static Running stopped(Failures failures, TaskFault fault, int live) {
    Running child = Fleet.of("1/1/0").children().getFirst();
    return new Running(
        child.marks().with(failures).on(child.object()),
        child.deployment(),
        child.provider(),
        new Running.Tasks(live, 0, 0),
        child.ready(),
        child.healthy(),
        List.of(fault),
        child.verdict(),
        child.held(),
        child.draining(),
        child.readiness());
  }
}
