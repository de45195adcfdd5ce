package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.ecs.service.ServiceStates.Findings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each deployment of a service of two tasks, PRIMARY first; see {@link Fleet}. */
class RolloutStateTest {

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "1/2/2, 1, COMPLETED, all tasks are healthy",
    "1/2/1, 1, IN_PROGRESS, not all are yet",
    "1C/2/1, 1, COMPLETED, and later one fails",
    "1C/2/2 2/2/0, 2, IN_PROGRESS COMPLETED, the last one completed",
    "1C/2/2 2/1/0 3/1/0, 3, IN_PROGRESS IN_PROGRESS COMPLETED, one that never was steady did not",
    "1C/2/2 2(3)/2/0, 2, IN_PROGRESS FAILED, one that was given up failed",
    "1C/2/2 2R/1/0 3/1/0, 3, IN_PROGRESS FAILED COMPLETED, also when the next begins",
  })
  void isThatOfItsOwnTasks(String fleet, int inputs, String states, String because) {
    ServiceStatus status = status(fleet, inputs, null);

    assertThat(states(status)).as(because).isEqualTo(List.of(states.split(" ")));
  }

  @Test
  void whatWasToldToBeCompletedStaysSo() {
    ServiceStatus before = status("1/2/2", 1, null);

    assertThat(states(status("1/2/1", 2, before))).containsExactly("IN_PROGRESS", "COMPLETED");
    assertThat(states(status("1/2/1", 2, null))).containsExactly("IN_PROGRESS", "IN_PROGRESS");
  }

  private static List<String> states(ServiceStatus status) {
    return status.deployments().stream()
        .map(DeploymentStatus::rolloutState)
        .map(String::valueOf)
        .toList();
  }

  private static ServiceStatus status(String fleet, int inputs, @Nullable ServiceStatus old) {
    Service service =
        Fleet.service(
            "{'desiredCount': 2, 'deploymentConfiguration': {'deploymentCircuitBreaker': {'enable':"
                + " true, 'rollback': true}}}");
    service.getMetadata().setGeneration(1L);
    service.setStatus(old);
    ServiceObserved observed = Fleet.of(fleet);
    ServicePlan plan =
        ServicePlan.of(service, Optional.of(Fleet.inputs(inputs)), observed, Daemons.RENDER);
    Rollout rollout = Rollout.of(plan, observed, old);
    return new ServiceStatuses(Clock.fixed(Fleet.NOW, ZoneOffset.UTC))
        .of(
            new ServiceDeployments("default", service, plan, observed, rollout),
            new Findings(List.of(), List.of(), List.of()));
  }
}
