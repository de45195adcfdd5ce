package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API server, the Job controller and the scheduler make of a task. */
class TaskIT {
  private static final String NOWHERE = "{longshore.dev/capacity: none}";

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    scene.register("nightly", "image: example/nightly:1", "cpu: 64", "memory: 64");
  }

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  private void restart() {
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
  }

  @Test
  void aTaskRunsOnceAndItsEndIsRecordedOnce() {
    scene.task("taskDefinition: nightly");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    TaskStatus status = scene.status();
    assertThat(status.stopCode()).isEqualTo("EssentialContainerExited");
    assertThat(status.stoppedReason()).isEqualTo("Essential container in task exited");
    assertThat(status.desiredStatus()).isEqualTo("STOPPED");
    assertThat(status.taskDefinitionArn()).endsWith("task-definition/nightly:1");
    assertThat(status.containers())
        .singleElement()
        .satisfies(
            app -> {
              assertThat(app.exitCode()).isZero();
              assertThat(app.lastStatus()).isEqualTo("STOPPED");
            });
    assertThat(scene.ready())
        .isEqualTo("True EssentialContainerExited: Essential container in task exited");
    scene.eventually(
        () ->
            assertThat(scene.pods())
                .allMatch(pod -> !pod.getMetadata().getFinalizers().contains(Labels.RECORD)));
    scene.eventually(() -> assertThat(jobEnded()).isTrue());

    scene.staysAsItIs(this::restart);
    assertThat(scene.pods()).hasSize(1);
  }

  /** Its Job says that it started; only where that is gone, too, does status decide. */
  @Test
  void aTaskThatLostItsStatusDoesNotRunAgain() {
    scene.task("taskDefinition: nightly");
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    String pod = scene.pods().getFirst().getMetadata().getUid();

    client
        .resources(Task.class)
        .inNamespace(namespace)
        .withName("job")
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":null}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("EssentialContainerExited");
    assertThat(scene.pods()).extracting(it -> it.getMetadata().getUid()).containsExactly(pod);
  }

  @Test
  void aTaskWaitsForItsDefinitionAndThenRuns() {
    scene.task("taskDefinition: later:1");
    scene.eventually(
        () ->
            assertThat(scene.ready())
                .startsWith("False TaskDefinitionNotFound: taskDefinition: Unable to describe"));
    assertThat(scene.jobs()).isEmpty();

    scene.register("later", "image: example/later:1", "memory: 64");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
  }

  @Test
  void anOverrideOfAnUnknownContainerIsRefusedInEcsWords() {
    scene.task(
        "taskDefinition: nightly", "overrides: {containerOverrides: [{name: web, cpu: 10}]}");

    scene.eventually(
        () ->
            assertThat(scene.ready())
                .contains(
                    "InvalidParameterException: overrides.containerOverrides[0].name: Override for"
                        + " container named web is not a container in the TaskDefinition."));
    assertThat(scene.jobs()).isEmpty();
  }

  @Test
  void aTaskThatFitsNowhereWaitsAndSaysHowMuchThereIs() {
    scene.task(
        "taskDefinition: nightly",
        "overrides: {containerOverrides: [{name: app, memory: 1048576}]}");

    scene.eventually(
        () ->
            assertThat(scene.ready())
                .matches(
                    "False RESOURCE:MEMORY: Waits for capacity: RESOURCE:MEMORY needs 1024 GiB, the"
                        + " largest free on a matching node is 2\\d\\d(\\.\\d)? GiB\\."));
    assertThat(scene.lastStatus()).isEqualTo("PROVISIONING");
    assertThat(scene.status().stopCode()).isNull();
  }

  @Test
  void aPlacementTimeoutRestoresTheFailureOfEcs() {
    scene.task(
        "taskDefinition: nightly",
        "overrides: {containerOverrides: [{name: app, memory: 1048576}]}",
        "kubernetes: {placementTimeout: 2}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("TaskFailedToStart");
    assertThat(scene.status().stoppedReason()).isEqualTo("TaskFailedToStart: RESOURCE:MEMORY");
    assertThat(scene.status().containers())
        .singleElement()
        .satisfies(app -> assertThat(app.exitCode()).isNull());
  }

  @Test
  void aTaskThatNobodyPlacedCanBeStopped() {
    unplaceable();
    scene.eventually(() -> assertThat(scene.pods()).hasSize(1));

    scene.stop("no longer needed");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("UserInitiated");
    assertThat(scene.status().stoppedReason()).isEqualTo("no longer needed");
    assertThat(scene.status().createdAt()).isNull();
  }

  @Test
  void aTaskThatWasStoppedBeforeItStartedNeverStarts() {
    scene.task(
        "taskDefinition: later", "kubernetes: {desiredStatus: STOPPED, stopReason: changed mind}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stoppedReason()).isEqualTo("changed mind");
    assertThat(scene.jobs()).isEmpty();
  }

  @Test
  void aDeletedPodAndADeletedJobEndTheTaskOnce() {
    unplaceable();
    scene.eventually(() -> assertThat(scene.pods()).hasSize(1));

    client.batch().v1().jobs().inNamespace(namespace).withName("job").delete();

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("UserInitiated");
    assertThat(scene.status().stoppedReason()).startsWith("Task stopped: its ");
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(40))
        .until(() -> scene.jobs().isEmpty() && scene.pods().isEmpty());
  }

  @Test
  void deletingATaskLeavesNothing() {
    unplaceable();
    scene.eventually(() -> assertThat(scene.pods()).hasSize(1));

    client.resources(Task.class).inNamespace(namespace).withName("job").delete();

    scene.eventually(() -> assertThat(scene.versions()).isEmpty());
  }

  @Test
  void aStoppedTaskIsForgottenWhenItsTimeIsOver() {
    scene.task("taskDefinition: nightly", "kubernetes: {ttlSecondsAfterFinished: 3}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    Instant stopped = Instant.parse(scene.status().stoppedAt());

    scene.eventually(() -> assertThat(scene.versions()).isEmpty());
    assertThat(Instant.now()).isAfterOrEqualTo(stopped.plusSeconds(3));
  }

  @Test
  void anOperatorThatWasAwayRecordsWhatHappened() {
    unplaceable();
    scene.eventually(() -> assertThat(scene.pods()).hasSize(1));
    operator.close();

    Pod pod = scene.pods().getFirst();
    client.resource(pod).delete();
    operator = RunningOperator.in(CLUSTER, namespace);

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stoppedReason()).isEqualTo("Task stopped: its pod was deleted");
  }

  @Test
  void aPodThatTheNamespaceForbidsIsSaidSo() {
    client
        .resource(
            """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: nothing}
            spec: {hard: {pods: "0"}}
            """)
        .inNamespace(namespace)
        .create();

    scene.task("taskDefinition: nightly");

    scene.eventually(() -> assertThat(scene.ready()).startsWith("False PodNotCreated: "));
    assertThat(scene.lastStatus()).isEqualTo("PROVISIONING");
  }

  @Test
  void aJobThatIsNotOursIsLeftAloneAndNamed() {
    Job theirs =
        new JobBuilder()
            .withNewMetadata()
            .withName("job")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withSuspend(true)
            .withNewTemplate()
            .withNewSpec()
            .withRestartPolicy("Never")
            .addNewContainer()
            .withName("theirs")
            .withImage("example/theirs:1")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    client.resource(theirs).create();

    scene.task("taskDefinition: nightly");

    scene.eventually(() -> assertThat(scene.ready()).startsWith("False NameConflict"));
    assertThat(scene.jobs())
        .singleElement()
        .satisfies(
            job ->
                assertThat(job.getSpec().getTemplate().getSpec().getContainers())
                    .extracting(it -> it.getName())
                    .isEqualTo(List.of("theirs")));
  }

  /** A provider without nodes, so that the pod stays as it was made. */
  private void unplaceable() {
    scene.apply(
        "Cluster",
        "shop",
        "kubernetes: {capacityProviders: [{name: FARGATE, nodeSelector: " + NOWHERE + "}]}");
    scene.apply(
        "TaskDefinition",
        "sized",
        "{networkMode: awsvpc, cpu: 256, memory: 512,",
        " containerDefinitions: [{name: app, image: example/nightly:1, cpu: 64, memory: 64}]}");
    scene.task("taskDefinition: sized", "launchType: FARGATE");
  }

  private boolean jobEnded() {
    return scene.jobs().stream()
        .allMatch(it -> it.getStatus() != null && it.getStatus().getCompletionTime() != null);
  }
}
