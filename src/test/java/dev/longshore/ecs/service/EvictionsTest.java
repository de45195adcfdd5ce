package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tasks evictions leave, of a service with one task on a node cordoned at noon. */
class EvictionsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Node NODE =
      new NodeBuilder()
          .withNewMetadata()
          .withName("one")
          .endMetadata()
          .withNewSpec()
          .withUnschedulable(true)
          .addNewTaint()
          .withKey("node.kubernetes.io/unschedulable")
          .withEffect("NoSchedule")
          .withTimeAdded(NOON.toString())
          .endTaint()
          .endSpec()
          .build();

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "1/4/4, 100, 200, False, 599, 4, a task that is replaced first is not evicted before",
    "1/4/4, 50, 200, False, 599, 2, nor is the minimum undercut by others",
    "1/4/4, 100, 200, False, 600, 3, one that kept its node for long may be",
    "1/4/4, 50, 200, False, 600, 2, where the minimum leaves room that is no matter",
    "1/1/1, 100, 200, False, 600, 0, a single one as well",
    "1/4/4, 100, 200, True, 1, 3, one that may come back is never replaced",
    "1/4/4, 100, 100, False, 1, 3, nor is one where the bounds leave no step",
    "1/0/0, 100, 200, False, 600, 0, there may be none at all",
  })
  void leavesTheMinimum(
      String children,
      int minimum,
      int maximum,
      String tolerates,
      int seconds,
      int least,
      String because) {
    ServiceObserved observed = observed(children, tolerates.equals("True"), seconds);
    int desired = Math.max(1, observed.children().getFirst().replicas());

    assertThat(
            new Evictions(
                    Bounds.of(desired, minimum, maximum), course(false), observed, List.of(NODE))
                .least())
        .as(because)
        .isEqualTo(least);
  }

  @Test
  void ofADeploymentThatWasGivenUpOneIsLetGoOfThoseThatAreLeft() {
    Bounds bounds = Bounds.of(4, 50, 200);

    assertThat(new Evictions(bounds, course(true), observed("1/2/2", false, 1), List.of()).least())
        .isEqualTo(1);
    assertThat(new Evictions(bounds, course(true), observed("1/4/4", false, 1), List.of()).least())
        .isEqualTo(2);
  }

  @Test
  void aReplacementThatIsOnlyReadyDoesNotCountYet() {
    ServiceObserved observed = draining(observed("1/5/4", false, 1));

    assertThat(
            new Evictions(Bounds.of(4, 100, 200), course(false), observed, List.of(NODE)).least())
        .isEqualTo(5);
  }

  @Test
  void looksAgainWhenTheTaskHasKeptItsNodeForLong() {
    Bounds bounds = Bounds.of(4, 100, 200);
    ServiceObserved before = observed("1/4/4", false, 1);
    ServiceObserved after = observed("1/4/4", false, 600);

    assertThat(new Evictions(bounds, course(false), before, List.of(NODE)).next())
        .contains(NOON.plusSeconds(600));
    assertThat(new Evictions(bounds, course(false), after, List.of(NODE)).next()).isEmpty();
    assertThat(new Evictions(bounds, course(false), before, List.of()).next()).isEmpty();
  }

  private static Course course(boolean frozen) {
    return new Course(
        Optional.of(Fleet.deployment(1)),
        Optional.of(Fleet.deployment(1)),
        frozen ? Optional.of(DeploymentEnd.FAILED) : Optional.empty(),
        Optional.empty());
  }

  private static ServiceObserved observed(String children, boolean tolerates, int seconds) {
    return new ServiceObserved(
        Fleet.of(children).children(), List.of(task(tolerates)), NOON.plusSeconds(seconds));
  }

  private static ServiceObserved draining(ServiceObserved it) {
    Running child = it.children().getFirst();
    return new ServiceObserved(
        List.of(
            new Running(
                child.object(),
                child.deployment(),
                child.provider(),
                child.tasks(),
                child.ready(),
                child.healthy(),
                child.faults(),
                child.verdict(),
                child.held(),
                1,
                child.readiness())),
        it.pods(),
        it.now());
  }

  private static Pod task(boolean tolerates) {
    PodBuilder pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("task")
            .withCreationTimestamp("2026-01-01T11:59:00Z")
            .endMetadata()
            .withNewSpec()
            .withNodeName("one")
            .endSpec()
            .withNewStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .endCondition()
            .endStatus();
    return tolerates
        ? pod.editSpec().addNewToleration().withOperator("Exists").endToleration().endSpec().build()
        : pod.build();
  }
}
