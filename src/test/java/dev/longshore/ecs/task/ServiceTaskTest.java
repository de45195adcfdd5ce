package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTaskTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:10:00Z"), ZoneOffset.UTC);

  private static final String POD =
      """
      metadata:
        {name: web-1, uid: 0a-1, creationTimestamp: '2026-01-01T00:00:00Z', %s, labels: {
          ecs.longshore.dev/service: web, ecs.longshore.dev/cluster: prod,
          ecs.longshore.dev/family: web, ecs.longshore.dev/revision: '3',
          ecs.longshore.dev/deployment: '77', ecs.longshore.dev/capacity-provider: SPOT}}
      spec: {nodeName: n1, containers: [{name: app}]}
      status:
        phase: Running
        conditions: [{type: Ready, status: '%s'}]
        containerStatuses: [{name: app, imageID: 'x@sha256:ab', state: {%s}}]
      """;

  private static final String RUNS = "running: {startedAt: '2026-01-01T00:01:00Z'}";
  private static final String RECORD =
      """
      {taskArn: 'arn:aws:ecs:local:000000000000:task/prod/0a1', taskDefinition: 'web:3',
        startedBy: ecs-svc/77, stopCode: EssentialContainerExited, stoppedReason: It ended.,
        stoppedAt: '2026-01-01T00:05:00Z', containers: [{name: app, exitCode: 3}]}
      """;

  @ParameterizedTest(name = "{0} {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          annotations: {}                             | True  | running: {startedAt: '2026-01-01T00:01:00Z'} | RUNNING, RUNNING, app RUNNING null
          annotations: {}                             | False | waiting: {reason: CrashLoopBackOff}          | ACTIVATING, RUNNING, app PENDING 3
          deletionTimestamp: '2026-01-01T00:10:00Z'   | True  | running: {startedAt: '2026-01-01T00:01:00Z'} | STOPPING, STOPPED, app RUNNING null
          """)
  void itsPodIsReadAsThatOfAnyTask(String metadata, String ready, String state, String expected)
      throws JsonProcessingException {
    ObjectNode status = status(POD.formatted(metadata, ready, state), Optional.of(RECORD));

    assertThat(
            "%s, %s, %s %s %s"
                .formatted(
                    status.path("lastStatus").asText(),
                    status.path("desiredStatus").asText(),
                    status.at("/containers/0/name").asText(),
                    status.at("/containers/0/lastStatus").asText(),
                    status.at("/containers/0").path("exitCode").asText("null")))
        .isEqualTo(expected);
    assertThat(status.path("stopCode").asText(""))
        .isEqualTo(expected.contains("STOPPED") ? "EssentialContainerExited" : "");
  }

  @Test
  void itSaysWhereItBelongs() throws JsonProcessingException {
    ObjectNode status = status(POD.formatted("annotations: {}", "True", RUNS), Optional.empty());

    assertThat(status.path("taskArn").asText()).endsWith(":task/prod/0a1");
    assertThat(status.path("group").asText()).isEqualTo("service:web");
    assertThat(status.path("startedBy").asText()).isEqualTo("ecs-svc/77");
    assertThat(status.path("taskDefinitionArn").asText()).endsWith("web:3");
    assertThat(status.path("capacityProviderName").asText()).isEqualTo("SPOT");
    assertThat(status.path("startedAt").asText()).isEqualTo("2026-01-01T00:01:00Z");
    assertThat(status.at("/containers/0/imageDigest").asText()).isEqualTo("sha256:ab");
  }

  @Test
  void whatIsGoneIsToldByItsService() throws JsonProcessingException {
    var task = ServiceTask.gone(Mappers.yaml().readValue(RECORD, StoppedTask.class), "web");
    ObjectNode status = Mappers.json().valueToTree(task.getStatus());

    assertThat(task.getMetadata().getName()).isEqualTo("0a1");
    assertThat(status.path("lastStatus").asText()).isEqualTo("STOPPED");
    assertThat(status.path("group").asText()).isEqualTo("service:web");
    assertThat(status.path("stoppedReason").asText()).isEqualTo("It ended.");
    assertThat(status.at("/containers/0/exitCode").asInt()).isEqualTo(3);
    assertThat(status.path("taskDefinitionArn").asText()).endsWith("web:3");
  }

  private static ObjectNode status(String pod, Optional<String> record)
      throws JsonProcessingException {
    StoppedTask told =
        record.isEmpty() ? null : Mappers.yaml().readValue(record.get(), StoppedTask.class);
    TaskDefinitionSpec definition =
        Mappers.yaml()
            .readValue("{containerDefinitions: [{name: app, image: x}]}", TaskDefinitionSpec.class);
    ServiceTask task =
        new ServiceTask(
            Mappers.yaml().readValue(pod, Pod.class), definition, Optional.ofNullable(told));
    return Mappers.json().valueToTree(task.described(CLOCK).getStatus());
  }
}
