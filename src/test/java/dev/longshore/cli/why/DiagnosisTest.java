package dev.longshore.cli.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  private static final String REVISION =
      "{metadata: {name: web-1}, spec: {family: web, revision: 1, containerDefinitions: [{name:"
          + " app, image: i, memory: 64, secrets: [{name: PW, valueFrom: 'k8s:secret/db#pw'}]}]}}";
  private static final String NOT_READY =
      "{type: Ready, status: 'False', reason: DeploymentInProgress, message: In progress.}";
  private static final String NODE =
      "{metadata: {name: n1, labels: {}}, spec: {}, status: {allocatable: {cpu: '2', memory:"
          + " 1Gi}}}";

  private static final String CLUSTER =
      "{metadata: {name: here}, spec: {kubernetes: {bindings: {taskRoles: [{roleArn:"
          + " 'arn:aws:iam::1:role/r', serviceAccountName: web-role}]}}}}";

  private String kind = "service";
  private String wanted = "web";
  private String cluster = "";
  private Keys keys = Keys.of(Set.of("pw"));
  private Keys account = Keys.of(Set.of());
  private List<String> revisions = List.of(REVISION);
  private String overrides = "{}";
  private List<String> unhealthy = List.of();
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
  void aTaskIsJudgedByTheRevisionThatItRuns() throws JsonProcessingException {
    String newest =
        REVISION
            .replace("web-1", "web-2")
            .replace("revision: 1", "revision: 2")
            .replace("db#", "no#");
    revisions = List.of(newest, REVISION);
    kind = "task";
    keys = Keys.of(Set.of());
    assertThat(diagnosis().sentence()).contains("Secret/no has no key pw");

    pod =
        "{metadata: {name: p, annotations: {ecs.longshore.dev/task-definition: 'web:1'}}, spec:"
            + " {}}";
    assertThat(diagnosis().sentence()).contains("Secret/db has no key pw");

    wanted = "gone";
    keys = Keys.of(Set.of("pw"));
    assertThat(step()).as("what it runs is settled").isEqualTo("-");
  }

  @Test
  void aServiceIsJudgedByTheRevisionsThatStart() throws JsonProcessingException {
    String older = REVISION.replace("web-1", "web-0").replace("revision: 1", "revision: 0");
    revisions = List.of(REVISION.replace("secrets: [", "x: ["), older);
    keys = Keys.missing();
    pod =
        "{metadata: {name: p, annotations: {ecs.longshore.dev/task-definition: 'web:0'}}, spec: {},"
            + " status: {conditions: [{type: Ready, status: 'True'}]}}";
    assertThat(step()).isEqualTo("-");

    pod = pod.replace("'True'", "'False'");
    assertThat(step()).isEqualTo("secrets");
  }

  @Test
  void overridesOfATaskCount() throws JsonProcessingException {
    kind = "task";
    overrides =
        "{taskRoleArn: 'arn:aws:iam::1:role/r', containerOverrides: [{name: app, environmentFiles:"
            + " [{value: 'arn:aws:s3:::shop/prod.env', type: s3}]}]}";
    account = Keys.missing();
    assertThat(diagnosis().sentence())
        .isEqualTo(
            "task web: ServiceAccount/web-role does not exist, which taskRoleArn"
                + " arn:aws:iam::1:role/r is bound to; create it: kubectl create serviceaccount"
                + " web-role -n here.");

    revisions = List.of(REVISION.replace("secrets: [", "x: ["));
    keys = Keys.missing();
    assertThat(diagnosis().sentence())
        .startsWith(
            "task web: ConfigMap/shop-prod does not exist, which"
                + " containerDefinitions[app].environmentFiles needs;");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {conditions: [{type: Ready, status: Unknown, message: 'It posts no status.'}]} | Node/n1 of Pod/p does not report (It posts no status.); bring the node back
          {conditions: [{type: Ready, status: 'True'}]}                                  | -
          {}                                                                             | -
          """)
  void aTaskIsWhereItsNodeIs(String status, String sentence) throws JsonProcessingException {
    node = "{metadata: {name: n1}, spec: {}, status: %s}".formatted(status);
    pod = "{metadata: {name: p}, spec: {nodeName: n1, containers: []}, status: {phase: Running}}";
    for (String ready : List.of("'True'", "'False'")) {
      condition = "{type: Ready, status: %s, reason: PENDING, message: Told.}".formatted(ready);

      assertThat(step()).isEqualTo(sentence.equals("-") ? "-" : "node");
      assertThat(diagnosis().sentence()).contains(sentence.equals("-") ? "Told." : sentence);
    }
  }

  @Test
  void aNodeThatIsGoneIsTold() throws JsonProcessingException {
    pod = "{metadata: {name: p}, spec: {nodeName: n2}, status: {phase: Running}}";
    assertThat(diagnosis().sentence()).contains("Node/n2 of Pod/p is not there any more");

    pod = "{metadata: {name: p}, spec: {nodeName: n2}, status: {phase: Succeeded}}";
    assertThat(step()).isEqualTo("-");
  }

  @Test
  void aTaskThatRunsMayBeUnhealthy() throws JsonProcessingException {
    kind = "task";
    condition = "{type: Ready, status: 'True', message: The task is running.}";
    pod = "{metadata: {name: p}, spec: {nodeName: n1}, status: {phase: Running}}";
    assertThat(diagnosis().healthy()).isTrue();

    unhealthy = List.of("app");
    assertThat(diagnosis().sentence())
        .isEqualTo(
            "task web: container app of Pod/p is UNHEALTHY: it runs, and its healthCheck fails; run"
                + " the check's command in it: kubectl exec p -c app.");
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
    List<TaskDefinitionRevision> all = new ArrayList<>();
    for (String revision : revisions) {
      all.add(read(revision, TaskDefinitionRevision.class));
    }
    return Diagnosis.of(
        new Scene(
            new Scene.Request(
                kind, "web", "here", cluster, wanted, read(overrides, TaskOverride.class)),
            Optional.of(read(CLUSTER, Cluster.class)),
            List.of(),
            all,
            new Scene.Lookup(name -> keys, name -> keys, name -> account),
            new Scene.Room(List.of(read(node, Node.class)), List.of()),
            new Scene.Subject(
                pod.equals("{}") ? List.of() : List.of(read(pod, Pod.class)),
                List.of(read(condition, Condition.class)),
                unhealthy)));
  }

  private static <T> T read(String yaml, Class<T> type) throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml, type);
  }
}
