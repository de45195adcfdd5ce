package dev.longshore.cli.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  private static final String REVISION =
      "{metadata: {name: web-1}, spec: {family: web, revision: 1, containerDefinitions: [{name:"
          + " app, image: i, secrets: [{name: PW, valueFrom: 'k8s:secret/db#pw'}]}]}}";
  private static final String NOT_READY =
      "{type: Ready, status: 'False', reason: DeploymentInProgress, message: In progress.}";
  private static final String NODE =
      "{metadata: {name: n1, labels: {}}, spec: {}, status: {allocatable: {cpu: '2', memory:"
          + " 1Gi}}}";

  private String wanted = "web";
  private String cluster = "";
  private Keys keys = Keys.of(Set.of("pw"));
  private String node = NODE;
  private String pod = "{}";
  private String condition = NOT_READY;

  @Test
  void whatIsReadyIsWell() throws JsonProcessingException {
    condition = "{type: Ready, status: 'True', message: Steady.}";
    wanted = "web:9";

    assertThat(diagnosis().sentence()).isEqualTo("service web: Steady.");
    assertThat(diagnosis().healthy()).isTrue();
  }

  @Test
  void whatIsOnItsWayIsWell() throws JsonProcessingException {
    assertThat(diagnosis().sentence())
        .isEqualTo("service web: In progress. Nothing is wrong so far.");
    assertThat(diagnosis().healthy()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Scaling, true",
    "BakeTime, true",
    "RollingBack, true",
    "PENDING, true",
    "AwaitingAction, false",
    "TasksRefused, false",
    "RolledBack, false"
  })
  void whatWaitsForSomebodyIsNoMovement(String reason, boolean healthy)
      throws JsonProcessingException {
    condition =
        "{type: Ready, status: 'False', reason: %s, message: What there is to know.}"
            .formatted(reason);

    assertThat(diagnosis().healthy()).isEqualTo(healthy);
    assertThat(diagnosis().sentence()).startsWith("service web: What there is to know.");
  }

  @Test
  void theFirstOfSeveralFaultsIsTold() throws JsonProcessingException {
    cluster = "other";
    wanted = "web:9";
    keys = Keys.missing();
    assertThat(step()).isEqualTo("cluster");

    cluster = "";
    assertThat(step()).isEqualTo("taskDefinition");

    wanted = "web";
    assertThat(step()).isEqualTo("secrets");
  }

  @Test
  void aSecretIsNamedWithItsKey() throws JsonProcessingException {
    keys = Keys.missing();
    assertThat(diagnosis().sentence())
        .startsWith(
            "service web: Secret/db does not exist, which containerDefinitions[app].secrets[PW]"
                + " needs; create it: kubectl create secret generic db --from-literal=pw=");

    keys = Keys.of(Set.of("other"));
    assertThat(diagnosis().sentence()).contains("Secret/db has no key pw");

    keys = Keys.hidden();
    assertThat(diagnosis().healthy()).isTrue();
  }

  @Test
  void aTaskThatFitsNowhereIsTold() throws JsonProcessingException {
    pod =
        "{metadata: {name: p}, spec: {containers: [{name: app, resources: {requests: {cpu: 500m,"
            + " memory: 4Gi}}}]}, status: {conditions: [{type: PodScheduled, status: 'False',"
            + " message: 0/1 nodes}]}}";
    assertThat(diagnosis().sentence())
        .isEqualTo(
            "service web: Pod/p needs 0.5 vCPU and 4 GiB, and of 1 nodes that match, n1 has the"
                + " most memory free: 2 vCPU and 1 GiB (0/1 nodes); add a node, or ask for less cpu"
                + " and memory.");

    node = "{metadata: {name: n1, labels: {}}, spec: {unschedulable: true}}";
    assertThat(diagnosis().sentence()).startsWith("service web: no node takes Pod/p (0/1 nodes);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "persistentvolumeclaim \"shared\" not found. | create the PersistentVolumeClaim shared",
        "3 Insufficient nvidia.com/gpu. | no node has enough of nvidia.com/gpu",
        "3 Insufficient nvidia.com/gpu, preemption: none | no node has enough of nvidia.com/gpu",
      })
  void whatIsNotCpuOrMemoryHasARemedyOfItsOwn(String told, String remedy)
      throws JsonProcessingException {
    pod =
        "{metadata: {name: p}, spec: {containers: [{name: app}]}, status: {conditions: [{type: PodScheduled, status: 'False', message: '%s'}]}}"
            .formatted(told);

    assertThat(diagnosis().sentence()).contains(remedy).doesNotContain("less cpu");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {waiting: {reason: ImagePullBackOff, message: no such tag}} | image | image i of container app cannot be pulled by Pod/p (no such tag)
          {waiting: {reason: CreateContainerConfigError, message: no file}} | container | does not start: no file
          {terminated: {exitCode: 3}} | container | exited with code 3
          {terminated: {exitCode: 137, reason: OOMKilled}} | container | more memory than its limit
          {waiting: {reason: ContainerCreating}} | - | Nothing is wrong so far
          {running: {}} | - | Nothing is wrong so far
          """)
  void aContainerTellsItsState(String state, String step, String part)
      throws JsonProcessingException {
    pod =
        "{metadata: {name: p}, spec: {containers: [{name: app}]}, status: {containerStatuses: [{name: app, image: i, restartCount: 0, state: %s}]}}"
            .formatted(state);

    assertThat(step()).isEqualTo(step);
    assertThat(diagnosis().sentence()).contains(part);
  }

  @Test
  void aHealthCheckThatFailsIsTold() throws JsonProcessingException {
    pod =
        "{metadata: {name: p}, spec: {containers: [{name: app, readinessProbe: {}}]}, status:"
            + " {containerStatuses: [{name: app, started: true, ready: false, restartCount: 0,"
            + " state: {running: {}}}]}}";

    assertThat(diagnosis().sentence()).contains("its healthCheck does not succeed");
  }

  @Test
  void elseTheOperatorSaysWhatItKnows() throws JsonProcessingException {
    condition = "{type: Ready, status: 'False', reason: RolledBack, message: It was given up.}";
    assertThat(diagnosis().sentence()).isEqualTo("service web: It was given up.");

    condition = "{type: Other, status: 'False'}";
    assertThat(diagnosis().sentence()).contains("is one running in this cluster?");
  }

  private String step() throws JsonProcessingException {
    Fault fault = diagnosis().fault();
    return fault == null ? "-" : fault.step();
  }

  private Diagnosis diagnosis() throws JsonProcessingException {
    return Diagnosis.of(
        new Scene(
            new Scene.Request("service", "web", "here", cluster, wanted),
            Optional.<Cluster>empty(),
            List.of(),
            List.of(read(REVISION, TaskDefinitionRevision.class)),
            name -> keys,
            name -> keys,
            new Scene.Room(List.of(read(node, Node.class)), List.of()),
            pod.equals("{}") ? List.of() : List.of(read(pod, Pod.class)),
            List.of(read(condition, Condition.class))));
  }

  private static <T> T read(String yaml, Class<T> type) throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml, type);
  }
}
