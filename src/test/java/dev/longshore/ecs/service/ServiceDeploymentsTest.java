package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceRevisionSummary;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.ecs.podspec.ServerFeatures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history of a service of two tasks, by what its children tell; see {@link Fleet}. */
class ServiceDeploymentsTest {
  private static final Service WITH_BREAKER =
      Fleet.service(
          "{'desiredCount': 2, 'deploymentConfiguration': {'deploymentCircuitBreaker': {'enable':"
              + " true, 'rollback': true}}}");

  private static final String REVISION =
      "arn:aws:ecs:kubernetes:000000000000:service-revision/default/web/";

  private static final List<StoppedTask> STOPPED =
      List.of(
          task("ecs-svc/2", "ServiceSchedulerInitiated", 0),
          task("ecs-svc/1", "EssentialContainerExited", 9),
          task("ecs-svc/2", "EssentialContainerExited", 3));

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "'', 1, IN_PROGRESS, MONITORING, a first deployment begins",
    "1/2/2, 1, SUCCESSFUL, MONITORING_COMPLETE, and is steady",
    "1/2/2 2(1)/2/0, 2, IN_PROGRESS, MONITORING, failures below the threshold",
    "1C/2/2 2(3)/2/0, 2, ROLLBACK_IN_PROGRESS, TRIGGERED, the breaker trips",
    "1C/2/2 2R/0/0, 2, ROLLBACK_SUCCESSFUL, TRIGGERED, and the last one is back",
    "2F/2/0, 2, STOPPED, TRIGGERED, nothing to go back to",
  })
  void tellsTheStateOfTheNewest(
      String children, int inputs, String status, String breaker, String because) {
    List<ServiceDeployment> history = continued(List.of(), children, inputs);

    assertThat(history)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.status()).as(because).isEqualTo(status);
              assertThat(it.deploymentCircuitBreaker().status()).isEqualTo(breaker);
              assertThat(it.finishedAt() == null).isEqualTo(status.endsWith("IN_PROGRESS"));
            });
  }

  @Test
  void saysWhyItWasGivenUpAndGoesOnSayingIt() {
    List<ServiceDeployment> tripped = continued(List.of(), "1C/2/2 2(3)/2/0", 2);
    List<ServiceDeployment> back = continued(tripped, "1C/2/2 2R/0/0", 2, List.of());

    assertThat(tripped.getFirst().statusReason())
        .isEqualTo(
            "Given up: tasks failed to start. Last of them: Essential container in task exited"
                + " (app: exit code 3).");
    assertThat(back.getFirst().statusReason()).isEqualTo(tripped.getFirst().statusReason());
    assertThat(back.getFirst().rollback()).isEqualTo(tripped.getFirst().rollback());
    assertThat(back.getFirst().rollback().taskDefinition()).isEqualTo("web:1");
    assertThat(back.getFirst().rollback().serviceRevisionArn()).isEqualTo(REVISION + "1");
  }

  @Test
  void whatEndedIsNotTouchedAgain() {
    List<ServiceDeployment> done = continued(List.of(), "1/2/2", 1);

    assertThat(continued(done, "1/2/1", 1)).isEqualTo(done);
  }

  @Test
  void oneThatANewerOneOvertakesStopped() {
    List<ServiceDeployment> history = continued(continued(List.of(), "1/2/0", 1), "1/2/0 2/0/0", 2);

    assertThat(history)
        .extracting(ServiceDeployment::status)
        .containsExactly("IN_PROGRESS", "STOPPED");
    assertThat(history.getLast().statusReason()).contains("ecs-svc/2");
  }

  @Test
  void tellsFromWhichRevisionToWhichItGoesAndWithHowManyTasks() {
    List<ServiceDeployment> begun = continued(List.of(), "1C/2/2 2/0/0", 2);
    List<ServiceDeployment> halfway = continued(begun, "1C/1/1 2/1/1", 2);
    List<ServiceDeployment> done = continued(halfway, "1C/0/0 2/2/2", 2);

    assertThat(begun.getFirst().sourceServiceRevisions()).containsExactly(revision(1, 0, 2));
    assertThat(begun.getFirst().targetServiceRevision()).isEqualTo(revision(2, 2, 0));
    assertThat(halfway.getFirst().sourceServiceRevisions()).containsExactly(revision(1, 0, 1));
    assertThat(halfway.getFirst().targetServiceRevision()).isEqualTo(revision(2, 2, 1));
    assertThat(done.getFirst().status()).isEqualTo("SUCCESSFUL");
    assertThat(done.getFirst().sourceServiceRevisions()).containsExactly(revision(1, 0, 0));
    assertThat(continued(done, "2/2/2", 2)).isEqualTo(done);
  }

  /** A task of what is gone back to may be missing for a moment later on. */
  @Test
  void aWayBackThatIsOverStaysOver() {
    List<ServiceDeployment> back = continued(List.of(), "1C/2/2 2R/0/0", 2);

    assertThat(wentBack(continued(List.of(), "1C/2/1 2R/0/0", 2))).isFalse();
    assertThat(wentBack(back)).isTrue();
    assertThat(wentBack(continued(back, "1C/2/1 2R/0/0", 2))).isTrue();
  }

  private static boolean wentBack(List<ServiceDeployment> history) {
    return new ServiceRecords(history, List.of(), List.of()).wentBack(Fleet.deployment(2));
  }

  private static ServiceRevisionSummary revision(int digits, int requested, int running) {
    return new ServiceRevisionSummary(REVISION + digits, requested, running, 0);
  }

  @Test
  void tenAreKept() {
    List<ServiceDeployment> old =
        IntStream.range(0, 20)
            .mapToObj(i -> continued(List.of(), "%d/2/2".formatted(i % 9 + 1), i % 9 + 1))
            .flatMap(List::stream)
            .toList();

    assertThat(continued(old, "1/2/2 2/0/0", 2)).hasSize(ServiceDeployments.KEPT);
  }

  private static List<ServiceDeployment> continued(
      List<ServiceDeployment> old, String children, int inputs) {
    return continued(old, children, inputs, STOPPED);
  }

  private static List<ServiceDeployment> continued(
      List<ServiceDeployment> old, String children, int inputs, List<StoppedTask> stopped) {
    ServiceObserved observed = Fleet.of(children);
    ServicePlan plan =
        ServicePlan.of(
            WITH_BREAKER,
            Optional.of(Fleet.inputs(inputs)),
            observed,
            new ChildDeployments(new TaskTemplates(ServerFeatures.all())));
    Rollout rollout = Rollout.of(plan, observed, null);
    return new ServiceDeployments("default", WITH_BREAKER, plan, observed, rollout)
        .continued(old, stopped);
  }

  private static StoppedTask task(String startedBy, String stopCode, int exitCode) {
    return new StoppedTask(
        "arn",
        "web:2",
        startedBy,
        null,
        stopCode,
        "Essential container in task exited",
        "2026-01-01T00:00:00Z",
        List.of(Container.ended("app", exitCode, null)));
  }
}
