package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTreeTest {
  private static final String SERVICE =
      """
      metadata: {name: web}
      spec: {desiredCount: 2}
      status:
        status: ACTIVE
        desiredCount: 2
        runningCount: 1
        pendingCount: 1
        taskDefinition: web:2
        deployments:
        - {id: ecs-svc/42, status: PRIMARY, taskDefinition: "web:2", rolloutState: IN_PROGRESS,
           desiredCount: 2, runningCount: 1, pendingCount: 1}
        events:
        - {createdAt: "2026-01-02T03:04:05Z", message: (service web) has started 2 tasks.}
      """;
  private static final String CHILD =
      """
      metadata:
        name: web-1a2b3c4d-fargate
        labels: {ecs.longshore.dev/deployment: "42", ecs.longshore.dev/capacity-provider: FARGATE}
      spec: {replicas: 2}
      """;
  private static final String POD =
      """
      metadata:
        uid: 0000000%1$d-0000-0000-0000-000000000000
        labels:
          ecs.longshore.dev/deployment: "42"
          ecs.longshore.dev/capacity-provider: FARGATE
      spec: {%2$s}
      status: {phase: %3$s}
      """;
  private static final String AUTOSCALER =
      """
      metadata: {name: web}
      spec:
        minReplicas: 1
        maxReplicas: 9
        metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 60}}}]
      status:
        currentMetrics: [{type: Resource, resource: {name: cpu, current: {averageUtilization: 35}}}]
      """;
  private static final String ADDRESS =
      "{metadata: {name: web}, spec: {clusterIP: 10.0.0.7, ports: [{port: 80, protocol: TCP}]}}";
  private static final String BUDGET = "{metadata: {name: web}, status: {disruptionsAllowed: 1}}";

  @Test
  void aServiceIsDrawnWithEverythingThatStandsForIt() {
    ServiceView view =
        new ServiceView(
            read(SERVICE, Service.class),
            List.of(read(CHILD, Deployment.class)),
            List.of(task(1, "nodeName: node-a", "Running"), task(2, "", "Pending")),
            List.of(read(AUTOSCALER, HorizontalPodAutoscaler.class)),
            List.of(read(ADDRESS, io.fabric8.kubernetes.api.model.Service.class)),
            List.of(read(BUDGET, PodDisruptionBudget.class)),
            List.of(new Revision("web", 2, "ACTIVE", List.of(), null, fidelity())));

    assertThat(String.join("\n", ServiceTree.of(view).lines(Branch.Strokes.ASCII)))
        .isEqualTo(
            """
            service web  ACTIVE  desired 2, running 1, pending 1
            |-- deployment ecs-svc/42  PRIMARY  web:2  IN_PROGRESS  desired 2, running 1, pending 1, failed 0
            |   `-- Deployment/web-1a2b3c4d-fargate  FARGATE  tasks 2
            |       |-- task 00000001000000000000000000000000  RUNNING  node-a
            |       `-- task 00000002000000000000000000000000  PROVISIONING  no node yet
            |-- HorizontalPodAutoscaler/web  cpu 35%/60%  tasks 1 to 9
            |-- Service/web  10.0.0.7:80/TCP
            |-- PodDisruptionBudget/web  disruptions allowed 1
            |-- fidelity of web:2  12 exact, 3 ignored
            `-- events
                `-- 2026-01-02T03:04:05Z  (service web) has started 2 tasks.""");
  }

  @Test
  void aServiceThatNobodyObservedSaysSo() {
    Service service = read("{metadata: {name: web}, spec: {serviceName: Web_1}}", Service.class);
    ServiceView view =
        new ServiceView(service, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    assertThat(ServiceTree.of(view).lines(Branch.Strokes.ASCII))
        .containsExactly("service Web_1: not observed yet");
  }

  private static FidelitySummary fidelity() {
    return new FidelitySummary(12, 0, null, 3, 0, 0, List.of());
  }

  private static Task task(int number, String spec, String phase) {
    return Task.of(read(POD.formatted(number, spec, phase), Pod.class));
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return Mappers.yaml().readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
