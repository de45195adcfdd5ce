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

    scene.eventually(
        () ->
            assertThat(ends())
                .isEqualTo(
                    Map.of(
                        "job", "STOPPED 3 job-attempt-2",
                        "job-attempt-2", "STOPPED 3 job-attempt-3",
                        "job-attempt-3", "STOPPED 3 null")));
    assertThat(scene.ready())
        .isEqualTo(
            "False EssentialContainerExited: Essential container in task exited (exit code of app"
                + " 3). Task job-attempt-2 is the next attempt.");
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
    scene.apply("Task", "job-attempt-2", "taskDefinition: nightly");
    scene.task("taskDefinition: failing", "kubernetes: {retries: 2}");

    scene.eventually(
        () ->
            assertThat(scene.ready())
                .endsWith(
                    "No other attempt follows: Task job-attempt-2 exists and is no attempt of"
                        + " job."));
    scene.eventually(
        () ->
            assertThat(ends())
                .isEqualTo(Map.of("job", "STOPPED 3 null", "job-attempt-2", "STOPPED 0 null")));
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
