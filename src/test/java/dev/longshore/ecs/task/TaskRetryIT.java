package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kubernetes.retries}: attempts are tasks of their own. */
class TaskRetryIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void register() {
    scene.register("failing", "image: simulated/fails:1", "memory: 8");
    scene.register("nightly", "image: example/nightly:1", "memory: 8");
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
  void aTaskThatFailsIsTriedAgainUntilItsRetriesAreUsedUp() {
    scene.task("taskDefinition: failing", "startedBy: cron", "kubernetes: {retries: 2, index: 5}");

    String second = attempt(2);
    String third = attempt(3);
    scene.eventually(
        () ->
            assertThat(ends())
                .isEqualTo(
                    Map.of(
                        "job",
                        "STOPPED 3 " + second,
                        second,
                        "STOPPED 3 " + third,
                        third,
                        "STOPPED 3 null")));
    assertThat(scene.ready())
        .isEqualTo(
            "False EssentialContainerExited: Essential container in task exited (exit code of app"
                + " 3). Task %s is the next attempt.".formatted(second));
    assertThat(scene.pods()).hasSize(3);
    assertThat(client.resources(Task.class).inNamespace(namespace).list().getItems())
        .allMatch(it -> it.getMetadata().getOwnerReferences().isEmpty())
        .allMatch(it -> "cron".equals(it.getSpec().startedBy()));
    assertThat(scene.pods().getLast().getSpec().getContainers().getFirst().getEnv())
        .anyMatch(it -> it.getName().equals("JOB_COMPLETION_INDEX") && it.getValue().equals("5"));

    scene.staysAsItIs(this::restart);
    assertThat(ends()).hasSize(3);
  }

  @Test
  void aTaskThatEndsWellIsNot() {
    scene.task("taskDefinition: nightly", "kubernetes: {retries: 2}");

    scene.eventually(() -> assertThat(ends()).isEqualTo(Map.of("job", "STOPPED 0 null")));
    scene.staysAsItIs();
    assertThat(ends()).hasSize(1);
  }

  @Test
  void aTaskOfThatNameThatIsSomebodysIsLeftAloneAndNamed() {
    scene.task("taskDefinition: later", "kubernetes: {retries: 2}");
    String second = attempt(2);
    scene.apply("Task", second, "taskDefinition: nightly");
    scene.register("later", "image: simulated/fails:1", "memory: 8");

    scene.eventually(
        () ->
            assertThat(scene.ready())
                .endsWith(
                    "No other attempt follows: Task %s exists and is no attempt of job."
                        .formatted(second)));
    scene.eventually(
        () ->
            assertThat(ends())
                .isEqualTo(Map.of("job", "STOPPED 3 null", second, "STOPPED 0 null")));
  }

  @Test
  void attemptsOfAnEarlierTaskOfThatNameAreNotInTheWay() {
    scene.task("taskDefinition: failing", "kubernetes: {retries: 1}");
    String before = attempt(2);
    scene.eventually(() -> assertThat(ends()).containsEntry(before, "STOPPED 3 null"));
    client.resource(scene.object()).delete();
    scene.eventually(() -> assertThat(scene.object()).isNull());

    scene.task("taskDefinition: failing", "kubernetes: {retries: 1}");

    String second = attempt(2);
    scene.eventually(
        () ->
            assertThat(ends())
                .isEqualTo(
                    Map.of(
                        "job",
                        "STOPPED 3 " + second,
                        second,
                        "STOPPED 3 null",
                        before,
                        "STOPPED 3 null")));
  }

  /** Name of an attempt of the task. */
  private String attempt(int number) {
    return "job-%s-attempt-%d"
        .formatted(scene.object().getMetadata().getUid().substring(0, 6), number);
  }

  /** Of each task its lastStatus, exit code and next attempt. */
  private Map<String, String> ends() {
    Map<String, String> ends = new TreeMap<>();
    for (Task task : client.resources(Task.class).inNamespace(namespace).list().getItems()) {
      var status = task.getStatus();
      if (status != null && !status.containers().isEmpty()) {
        ends.put(
            task.getMetadata().getName(),
            "%s %s %s"
                .formatted(
                    status.lastStatus(),
                    status.containers().getFirst().exitCode(),
                    status.retriedBy()));
      }
    }
    return ends;
  }
}
