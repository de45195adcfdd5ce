package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator ends at random instants while tasks run: none is lost, doubled or told wrongly. */
class TaskKillIT {
  private static final int TASKS = 50;
  private static final int KILLS = Integer.getInteger("longshore.kills", 4);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);

  @Test
  void noTaskIsLostDoubledOrToldWrongly() throws InterruptedException {
    long seed = Long.getLong("longshore.killSeed", System.nanoTime());
    System.out.println("proof: name=task-kills n=" + KILLS + " tasks=" + TASKS + " seed=" + seed);
    Random random = new Random(seed);
    RunningOperator operator = RunningOperator.in(CLUSTER, namespace);
    scene.register("nightly", "image: example/nightly:1", "memory: 8");
    Thread writer = Thread.ofVirtual().start(this::writeTasks);
    for (int kill = 0; kill < KILLS; kill++) {
      Thread.sleep(random.nextInt(100, 1500));
      operator.close();
      operator = RunningOperator.in(CLUSTER, namespace);
    }
    writer.join();

    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(tasks()).hasSize(TASKS).allMatch(TaskKillIT::recorded));
    assertThat(tasks())
        .allSatisfy(
            task -> {
              assertThat(task.getStatus().stopCode()).isEqualTo("EssentialContainerExited");
              assertThat(task.getStatus().startedAt()).isNotNull();
              assertThat(task.getStatus().containers())
                  .singleElement()
                  .satisfies(app -> assertThat(app.exitCode()).isZero());
            });
    assertThat(scene.jobs()).hasSize(TASKS);
    assertThat(scene.pods().stream().collect(Collectors.groupingBy(TaskKillIT::id)))
        .hasSize(TASKS)
        .allSatisfy((id, pods) -> assertThat(pods).hasSize(1));
    scene.eventually(
        () ->
            assertThat(scene.pods())
                .noneMatch(pod -> pod.getMetadata().getFinalizers().contains(Labels.RECORD)));
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  private void writeTasks() {
    for (int i = 0; i < TASKS; i++) {
      scene.apply("Task", "nightly-" + i, "taskDefinition: nightly");
    }
  }

  private List<Task> tasks() {
    return client.resources(Task.class).inNamespace(namespace).list().getItems();
  }

  private static boolean recorded(Task task) {
    return task.getStatus() != null && "STOPPED".equals(task.getStatus().lastStatus());
  }

  private static String id(Pod pod) {
    return pod.getMetadata().getLabels().get(Labels.TASK);
  }
}
