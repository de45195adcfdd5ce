package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.ecs.service.EcsModel.Breaker;
import dev.longshore.ecs.service.EcsModel.Settings;
import dev.longshore.ecs.service.Engine.Child;
import dev.longshore.ecs.service.ModelSpec.Providers;
import dev.longshore.ecs.service.Running.Tasks;
import dev.longshore.ecs.service.ServiceObserved.Look;
import dev.longshore.ecs.service.ServiceStates.Findings;
import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link ServiceModelTest} found, each once more in the small; see {@link Fleet}. */
class ModelFindingsTest {
  private static final Instant NOW = Fleet.NOW;
  private static final Service SERVICE =
      Fleet.service(
          "{'desiredCount': 2, 'deploymentConfiguration': {'deploymentCircuitBreaker': {'enable':"
              + " true, 'rollback': true}}}");

  private final ModelSpec spec =
      new ModelSpec(
          new Settings(1, 100, 200, new Breaker(true, true, true, "COUNT", 9)),
          Providers.NONE,
          true,
          3);

  @Test
  void theWriteThatCountsTheLastFailureStartsNothingMore() {
    ServiceObserved observed =
        with(Fleet.of("1C/2/2 2(2)/2/0"), new Tasks(0, 2, 0), List.of(fault("a")));

    Course course = Course.of(SERVICE, Optional.of(Fleet.inputs(2)), observed);

    assertThat(course.end()).hasValue(DeploymentEnd.FAILED_ROLLED_BACK);
  }

  /** ECS would do nothing: the deployment was COMPLETED, though none of its children was told. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1(2)/2/1, ", "1/2/2 2(2)/2/0, FAILED", "1C/2/2 2(2)/2/0, FAILED_ROLLED_BACK"})
  void aBreakerSwitchedOnJudgesOnlyWhatIsInProgressForSure(
      String children, @Nullable DeploymentEnd end) {
    Service without = Fleet.service("{'desiredCount': 2}");
    Optional<ServiceInputs> inputs = Optional.of(Fleet.inputs(children.contains("2(") ? 2 : 1));
    ServiceObserved before = with(Fleet.of(children), new Tasks(1, 1, 0), List.of(fault("a")));
    Running failing = before.children().getFirst();

    ChildMarks marks =
        new ChildStates(without, Course.of(without, inputs, before), before).of(failing);
    ServiceObserved after =
        with(marked(before, marks), new Tasks(1, 1, 0), List.of(fault("a"), fault("b")));

    assertThat(marks.failures().failedTasks()).isEqualTo(3);
    assertThat(Course.of(SERVICE, inputs, after).end()).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void nothingIsWrittenWhereNoFailureIsNew() {
    Service without = Fleet.service("{'desiredCount': 2}");
    ServiceObserved observed = Fleet.of("1(2)/2/1");
    Course course = Course.of(without, Optional.of(Fleet.inputs(1)), observed);
    Running child = observed.children().getFirst();

    assertThat(new ChildStates(without, course, observed).of(child)).isEqualTo(child.marks());
  }

  private static TaskFault fault(String uid) {
    Pod pod = new PodBuilder().withNewMetadata().withUid(uid).endMetadata().build();
    return new TaskFault(pod, Kind.NEVER_RAN, 1, false);
  }

  /** The same with other marks on the newest child. */
  private static ServiceObserved marked(ServiceObserved it, ChildMarks marks) {
    Running told = Fleet.marked(it.children().getFirst(), marks);
    return new ServiceObserved(
        Stream.concat(Stream.of(told), it.children().stream().skip(1)).toList(), List.of(), NOW);
  }

  @Test
  void goingBackToTheSameDeploymentAgainIsToldAgain() {
    ServiceStatus first = status("1C/2/2 2(3)/2/0", 2, null);
    ServiceStatus steady = status("1C/2/2 2R/0/0", 2, first);
    ServiceStatus second = status("1C/2/2 2R/0/0 3(3)/2/0", 3, steady);
    ServiceStatus later = status("1C/2/2 2R/0/0 3R/2/0", 3, second);

    assertThat(Stream.of(first, steady, second, later).map(ModelFindingsTest::goingBack))
        .containsExactly(1L, 1L, 2L, 2L);
  }

  @Test
  void whatIsStillToBeCreatedIsLeftOver() {
    ServiceObserved observed = with(Fleet.of("2/2/2 1/1/0"), new Tasks(2, 0, 0), List.of());
    Running old = observed.children().getLast();
    ServiceObserved uncreated =
        new ServiceObserved(
            List.of(observed.children().getFirst(), copy(old, new Tasks(0, 0, 0), List.of())),
            List.of(),
            NOW);

    assertThat(uncreated.steady(Fleet.deployment(2), 2)).isFalse();
  }

  @Test
  void onlyTheTargetCompletes() {
    ServiceObserved observed = Fleet.of("1/2/2 2F/0/0");
    Course course = Course.of(SERVICE, Optional.of(Fleet.inputs(2)), observed);

    ChildMarks marks = new ChildStates(SERVICE, course, observed).of(observed.children().getLast());

    assertThat(course.frozen()).isTrue();
    assertThat(marks.end()).isEmpty();
  }

  @Test
  void withoutOneToGoBackToNoHealthyTaskBelowTheMinimumIsStopped() {
    Child givenUp = new Child("new", 4, 4, 4, 1, 1, 0, 0, 0, true);
    Child older = new Child("old", 0, 4, 4, 4, 3, 0, 0, 0, false);

    Engine.Step step = new FrozenEngine().next(Bounds.of(4, 100, 200), List.of(givenUp, older));

    assertThat(step.replicas()).containsExactly(1, 4);
  }

  @Test
  void aTaskThatIsHealthyAgainIsNotReplaced() {
    Deployment child = plan(List.of(), List.of(), NOW).children().getFirst();
    SimulatedTask task = new SimulatedTask("a", 1, child, NOW);
    task.run(NOW.plusSeconds(1));
    task.exit(NOW.plusSeconds(2));
    Instant later = NOW.plusSeconds(9);
    Deployment counted = plan(List.of(child), List.of(task.pod()), later).children().getFirst();

    assertThat(due(counted, task, later)).hasSize(1);
    task.run(later);
    assertThat(due(counted, task, later)).hasSize(1);
    task.turn(later.plusSeconds(1), true);
    assertThat(due(counted, task, later.plusSeconds(1))).isEmpty();
  }

  private List<Pod> due(Deployment child, SimulatedTask task, Instant now) {
    int healthy = task.available(now) ? 1 : 0;
    Deployment seen =
        new DeploymentBuilder(child)
            .withNewStatus()
            .withReadyReplicas(healthy)
            .withAvailableReplicas(healthy)
            .endStatus()
            .build();
    ServiceObserved observed = observe(List.of(seen), List.of(task.pod()), now);
    return Replacements.of(plan(List.of(seen), List.of(task.pod()), now), observed).due();
  }

  private ServicePlan plan(List<Deployment> children, List<Pod> pods, Instant now) {
    return ServicePlan.of(
        spec.service(), Optional.of(spec.inputs()), observe(children, pods, now), spec.render());
  }

  private static ServiceObserved observe(List<Deployment> children, List<Pod> pods, Instant now) {
    return ServiceObserved.of(children, pods, new Look(now, Duration.ZERO));
  }

  private static ServiceStatus status(String fleet, int inputs, @Nullable ServiceStatus old) {
    Service service = Fleet.service("{}");
    service.setSpec(SERVICE.getSpec());
    service.getMetadata().setGeneration(1L);
    service.setStatus(old);
    ServiceObserved observed = Fleet.of(fleet);
    ServicePlan plan =
        ServicePlan.of(service, Optional.of(Fleet.inputs(inputs)), observed, Daemons.RENDER);
    Rollout rollout = Rollout.of(plan, observed, old);
    return new ServiceStatuses(Clock.fixed(NOW, ZoneOffset.UTC))
        .of(
            new ServiceDeployments("default", service, plan, observed, rollout),
            new Findings(List.of(), List.of(), List.of()));
  }

  private static long goingBack(ServiceStatus status) {
    return status.events().stream()
        .map(ServiceEvent::message)
        .filter(it -> Objects.requireNonNull(it).contains("rolling back to"))
        .count();
  }

  /** The same with other tasks and faults in the newest child. */
  private static ServiceObserved with(ServiceObserved it, Tasks tasks, List<TaskFault> faults) {
    return new ServiceObserved(
        Stream.concat(
                Stream.of(copy(it.children().getFirst(), tasks, faults)),
                it.children().stream().skip(1))
            .toList(),
        List.of(),
        NOW);
  }

  private static Running copy(Running child, Tasks tasks, List<TaskFault> faults) {
    return new Running(
        child.object(),
        child.deployment(),
        child.provider(),
        tasks,
        child.ready(),
        child.healthy(),
        faults,
        child.verdict(),
        child.held(),
        child.draining(),
        child.readiness());
  }
}
