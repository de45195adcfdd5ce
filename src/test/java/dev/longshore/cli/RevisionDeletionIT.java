package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.cli.Launch.Result;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Revisions that go while something still runs them. */
class RevisionDeletionIT {
  private static final Duration LONG = Duration.ofSeconds(90);

  /** More than two looks at a revision that is in use. */
  private static final Duration QUIET = Duration.ofSeconds(12);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Launch longshore = new Launch(CLUSTER.kubeconfig(), namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    register(1);
    eventually(() -> assertThat(revision("web-1")).isNotNull());
  }

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void aServiceWorksOnWithARevisionThatIsBeingDeletedUntilItMoves() {
    register(2);
    eventually(() -> assertThat(revision("web-2")).isNotNull());
    service("web", "web:1");
    eventually(() -> assertThat(tasks()).hasSize(2).allMatch(it -> running(it, "web:1")));

    longshore.run("deregister", "web:1");
    Result deleted = longshore.run("delete", "web:1");

    assertThat(deleted.output())
        .as(deleted.error())
        .isEqualTo("web:1  DELETE_IN_PROGRESS, in use by service web\n");
    assertThat(deleted.code()).isZero();
    eventually(this::isDescribed);
    assertThat(longshore.run("revisions", "web").output())
        .containsPattern("web +1 +DELETE_IN_PROGRESS");
    assertThat(longshore.run("delete", "web:1", "-o", "json").output())
        .contains("\"status\" : \"DELETE_IN_PROGRESS\"");
    assertThat(longshore.run("deregister", "web:1").error()).contains("does not come back");

    longshore.run("scale", "web", "3");
    eventually(() -> assertThat(tasks()).hasSize(3).allMatch(it -> running(it, "web:1")));
    client.resource(tasks().getFirst()).delete();
    eventually(() -> assertThat(tasks()).hasSize(3).allMatch(it -> running(it, "web:1")));
    service("other", "web:1");
    eventually(
        () ->
            assertThat(ready("other").getMessage())
                .contains("No ACTIVE revision of web:1")
                .contains("it is DELETE_IN_PROGRESS"));
    client.resources(Service.class).inNamespace(namespace).withName("other").delete();

    service("web", "web:2");
    eventually(() -> assertThat(revision("web-1")).isNull());
    assertThat(tasks()).allMatch(it -> running(it, "web:2"));
  }

  @Test
  void anotherLookWritesNothingAndAnotherOperatorGoesOn() {
    service("web", "web:1");
    eventually(() -> assertThat(tasks()).hasSize(2));
    desire("web-1", "INACTIVE");
    desire("web-1", "DELETED");
    eventually(this::isDescribed);
    eventually(() -> assertThat(tasks()).allMatch(it -> running(it, "web:1")));

    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace);
    String version = revision("web-1").getMetadata().getResourceVersion();
    await()
        .during(QUIET)
        .atMost(LONG)
        .until(() -> revision("web-1").getMetadata().getResourceVersion().equals(version));

    // the same content is not answered with what is being deleted
    assertThat(revision("web-2")).isNotNull();
    client.resources(Service.class).inNamespace(namespace).withName("web").delete();
    eventually(() -> assertThat(revision("web-1")).isNull());
    assertThat(revision("web-2")).isNotNull();
  }

  @Test
  void aTaskHoldsItsRevisionUntilItStopped() {
    register(2);
    apply(
        "Task",
        "job",
        """
          taskDefinition: web:1
          placementConstraints:
          - {type: memberOf, expression: "attribute:ecs.cpu-architecture == arm64"}
        """);
    eventually(() -> assertThat(task().getStatus()).isNotNull());
    eventually(() -> assertThat(revision("web-2")).isNotNull());
    longshore.run("deregister", "web:1");
    String id = task().getMetadata().getUid().replace("-", "");

    Result deleted = longshore.run("delete", "web:1");

    assertThat(deleted.output())
        .as(deleted.error())
        .isEqualTo("web:1  DELETE_IN_PROGRESS, in use by task " + id + "\n");
    eventually(this::isDescribed);
    assertThat(longshore.run("stop", "job").code()).isZero();
    eventually(() -> assertThat(revision("web-1")).isNull());
    assertThat(task().getStatus().lastStatus()).isEqualTo("STOPPED");
  }

  @Test
  void withoutAnOperatorItStaysUntilThereIsOne() {
    register(2);
    eventually(() -> assertThat(revision("web-2")).isNotNull());
    service("web", "web:1");
    eventually(() -> assertThat(tasks()).hasSize(2));
    longshore.run("deregister", "web:1");
    operator.close();

    assertThat(longshore.run("delete", "web:1").output()).contains("DELETE_IN_PROGRESS");
    client.resources(Service.class).inNamespace(namespace).withName("web").delete();
    eventually(() -> assertThat(tasks()).isEmpty());
    assertThat(revision("web-1")).isNotNull();

    operator = RunningOperator.in(CLUSTER, namespace);
    eventually(() -> assertThat(revision("web-1")).isNull());
  }

  @Test
  void aRevisionObjectThatIsTakenAwayIsNotMissedByWhatRuns() {
    register(2);
    eventually(() -> assertThat(revision("web-2")).isNotNull());
    service("web", "web:1");
    eventually(() -> assertThat(tasks()).hasSize(2).allMatch(it -> running(it, "web:1")));

    client.resource(revision("web-1")).delete();
    assertThat(revision("web-1")).isNull();

    client.resources(Service.class).inNamespace(namespace).withName("web").scale(3);
    eventually(() -> assertThat(tasks()).hasSize(3).allMatch(it -> running(it, "web:1")));
    Pod one = tasks().getFirst();
    client.resource(one).delete();
    eventually(
        () ->
            assertThat(tasks())
                .hasSize(3)
                .allMatch(it -> running(it, "web:1"))
                .noneMatch(it -> it.getMetadata().getUid().equals(one.getMetadata().getUid())));
  }

  private void isDescribed() {
    var status = revision("web-1").getStatus();
    assertThat(status.status()).isEqualTo("DELETE_IN_PROGRESS");
    assertThat(status.deregisteredAt()).isNotNull();
    assertThat(status.deleteRequestedAt()).isNotNull();
    assertThat(status.conditions())
        .anyMatch(it -> it.getType().equals("Ready") && it.getMessage().contains("in use by "));
  }

  private Condition ready(String service) {
    Service found = client.resources(Service.class).inNamespace(namespace).withName(service).get();
    assertThat(found.getStatus()).isNotNull();
    return found.getStatus().conditions().stream()
        .filter(it -> it.getType().equals("Ready"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean running(Pod task, String revision) {
    return revision.equals(dev.longshore.cli.Task.of(task).taskDefinition())
        && "Running".equals(task.getStatus().getPhase());
  }

  private List<Pod> tasks() {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  private TaskDefinitionRevision revision(String name) {
    return client
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .withName(name)
        .get();
  }

  private Task task() {
    return client.resources(Task.class).inNamespace(namespace).withName("job").get();
  }

  private void desire(String revision, String status) {
    client
        .resource(revision(revision))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"%s\"}}}".formatted(status));
  }

  private void service(String name, String taskDefinition) {
    apply(
        "Service",
        name,
        """
          taskDefinition: %s
          desiredCount: 2
          kubernetes: {minReadySeconds: 1}
        """
            .formatted(taskDefinition));
  }

  private void register(int image) {
    apply(
        "TaskDefinition",
        "web",
        "  containerDefinitions: [{name: app, image: 'example/web:%d', cpu: 64, memory: 64}]\n"
            .formatted(image));
  }

  private void apply(String kind, String name, String spec) {
    client
        .resource(
            "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n%s"
                .formatted(kind, name, namespace, spec))
        .forceConflicts()
        .serverSideApply();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
  }
}
