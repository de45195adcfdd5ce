package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.ServiceStates.Findings;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service tells of tasks without a place or that nobody takes. */
class TroubleTest {
  private static final Service SERVICE = Fleet.service("{'desiredCount': 2}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''           | 0/3 nodes are available: 3 Insufficient memory. | met all of its requirements. The closest matching container-instance has insufficient memory available.
          gpu          | 0/3 nodes are available: 3 Insufficient cpu.    | met all of its requirements. The closest matching container-instance has insufficient CPU units available.
          ''           | 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. | met all of its requirements. The closest matching container-instance is missing an attribute required by your task.
          ''           | 0/3 nodes are available: persistentvolumeclaim "data" not found. | because no container instance met all of its requirements.
          ''           | no nodes available to schedule pods | requirements. Reason: No Container Instances were found in your cluster.
          gpu          | no nodes available to schedule pods | (service web) was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.
          FARGATE_SPOT | 0/3 nodes are available: 3 Insufficient cpu. | (service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.
          """)
  void aTaskWithoutAPlaceIsToldInEcsWords(String provider, String scheduler, String told) {
    Pod pod =
        Serialization.unmarshal(
            """
            metadata: {name: web, uid: a, creationTimestamp: "2026-01-01T00:09:00Z", labels: {%s: "%s"}}
            spec: {containers: []}
            status:
              phase: Pending
              conditions: [{type: PodScheduled, status: "False", reason: Unschedulable}]
            """
                .formatted(Labels.CAPACITY_PROVIDER, provider),
            Pod.class);
    pod.getStatus().getConditions().getFirst().setMessage(scheduler);

    assertThat(events("1/2/1", List.of(pod), List.of()))
        .anySatisfy(it -> assertThat(it).endsWith(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''    | The API server refuses Deployment web-1: quota. | could not launch 2 tasks for deployment ecs-svc/
          ''    | Service web exists and is not controlled by this object. | none
          1/2/2 | The API server refuses Deployment web-1: quota. | none
          """)
  void tasksOfAChildThatIsRefusedAreTold(String fleet, String problem, String told) {
    List<String> events = events(fleet, List.of(), List.of(new Problem("WriteRefused", problem)));

    if (told.equals("none")) {
      assertThat(events).noneSatisfy(it -> assertThat(it).contains("could not launch"));
    } else {
      assertThat(events)
          .anySatisfy(it -> assertThat(it).contains(told).endsWith("Reason: " + problem));
    }
  }

  private static List<String> events(String fleet, List<Pod> pods, List<Problem> unwritten) {
    ServiceObserved observed = new ServiceObserved(Fleet.of(fleet).children(), pods, Fleet.NOW);
    ServicePlan plan =
        ServicePlan.of(SERVICE, Optional.of(Daemons.inputs(1)), observed, Daemons.RENDER);
    Rollout rollout = Rollout.of(plan, observed, null);
    ServiceStatus status =
        new ServiceStatuses(Clock.fixed(Fleet.NOW, ZoneOffset.UTC))
            .of(
                new ServiceDeployments("default", SERVICE, plan, observed, rollout),
                new Findings(List.of(), List.of(), unwritten));
    return status.events().stream().map(ServiceEvent::message).map(String::valueOf).toList();
  }
}
