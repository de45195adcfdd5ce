package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterStatus;
import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several namespaces under one operator: nobody's pod or count is another's. */
class TaskNeighboursIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);
  private RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  /** The watch of each namespace would otherwise drop from the cache what the other's found. */
  @Test
  void namespacesThatAreWatchedOneByOneKeepTheirCounts() {
    String other = CLUSTER.freshNamespace();
    List<TaskScene> scenes = List.of(scene, new TaskScene(client, other));
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace, other);
    for (TaskScene each : scenes) {
      each.register("large", "image: example/large:1", "memory: 1048576");
      each.apply("Cluster", "default", "clusterName: default");
      each.task("taskDefinition: large");
    }
    scenes.forEach(it -> it.eventually(() -> assertThat(pending(it)).isEqualTo(1)));

    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace, other);

    await()
        .during(Duration.ofSeconds(8))
        .atMost(Duration.ofSeconds(20))
        .until(() -> scenes.stream().allMatch(it -> pending(it) == 1));
    client.namespaces().withName(other).delete();
  }

  private int pending(TaskScene scene) {
    ClusterStatus status =
        client
            .resources(Cluster.class)
            .inNamespace(scene.namespace())
            .withName("default")
            .get()
            .getStatus();
    return status == null ? 0 : status.pendingTasksCount();
  }

  /** Whoever may make pods somewhere could otherwise make a task look as if it had started. */
  @Test
  void aPodWithTheLabelsOfATaskIsNotTheTasks() {
    String elsewhere = CLUSTER.freshNamespace();
    operator.close();
    operator = RunningOperator.in(CLUSTER, namespace, elsewhere);
    scene.task("taskDefinition: later:1");
    scene.eventually(() -> assertThat(scene.ready()).startsWith("False TaskDefinitionNotFound"));
    String id = TaskNames.id(scene.object());

    Stream.of(namespace, elsewhere)
        .forEach(where -> client.resource(pretender(where, id)).create());

    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(20))
        .until(() -> scene.ready().startsWith("False TaskDefinitionNotFound"));
    scene.register("later", "image: example/later:1", "memory: 64");
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("EssentialContainerExited");
    client.namespaces().withName(elsewhere).delete();
  }

  /** The pod lost its owner; a task whose Job is gone would otherwise start another. */
  @Test
  void aPodWhoseJobWasDeletedFromUnderItEndsAndIsNotDoubled() {
    scene.register("large", "image: example/large:1", "memory: 1048576");
    scene.task("taskDefinition: large");
    scene.eventually(() -> assertThat(scene.pods()).hasSize(1));
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("PROVISIONING"));

    client
        .resource(scene.jobs().getFirst())
        .withPropagationPolicy(DeletionPropagation.ORPHAN)
        .delete();

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("UserInitiated");
    assertThat(scene.status().stoppedReason()).isEqualTo("Task stopped: its Job was deleted");
    scene.eventually(() -> assertThat(scene.pods()).isEmpty());
    assertThat(scene.jobs()).isEmpty();
  }

  private static Pod pretender(String namespace, String task) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("pretender")
        .withNamespace(namespace)
        .addToLabels(Labels.MANAGED_BY, Labels.LONGSHORE)
        .addToLabels(Labels.TASK, task)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("app")
        .withImage("example/app:1")
        .endContainer()
        .endSpec()
        .build();
  }
}
