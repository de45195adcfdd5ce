package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What holds of every status of a task that was placed on a node, whatever it does there.
 *
 * @param containers of its definition
 */
record WholeStatus(Task task, List<ContainerDefinition> containers) {
  private static final String ARN = "arn:aws:ecs:kubernetes:000000000000:";

  static WholeStatus of(TaskScene scene) {
    return new WholeStatus(
        scene.object(),
        scene
            .client()
            .resources(TaskDefinition.class)
            .inNamespace(scene.namespace())
            .withName("shell")
            .get()
            .getSpec()
            .containerDefinitions());
  }

  /** A task that is STOPPED, with the last health that was known. */
  void stopped(String health) {
    stopped(health, "CONNECTED");
  }

  /** The same of one whose node may report no more. */
  void stopped(String health, String connectivity) {
    identity();
    TaskStatus status = task.getStatus();
    assertThat(status.lastStatus()).isEqualTo("STOPPED");
    assertThat(status.desiredStatus()).isEqualTo("STOPPED");
    assertThat(status.healthStatus()).isEqualTo(health);
    assertThat(status.connectivity()).isEqualTo(connectivity);
    assertThat(status.stopCode()).isNotEmpty();
    assertThat(status.stoppedReason()).isNotEmpty();
    assertThat(conditions()).contains("Stopped True " + status.stopCode());
    assertThat(status.createdAt()).isNotNull();
    assertThat(status.stoppingAt()).isNotNull();
    assertThat(status.stoppedAt()).isNotNull();
    boolean ended = status.containers().stream().anyMatch(it -> it.exitCode() != null);
    boolean ran = ended || status.startedAt() != null;
    assertThat(status.executionStoppedAt() != null).as("executionStoppedAt").isEqualTo(ended);
    assertThat(status.pullStoppedAt() != null).as("pullStoppedAt").isEqualTo(ran);
    assertThat(status.containers()).extracting(Container::lastStatus).containsOnly("STOPPED");
  }

  /** A task that is RUNNING and that nobody stops. */
  void running(String health) {
    identity();
    TaskStatus status = task.getStatus();
    assertThat(status.lastStatus()).isEqualTo("RUNNING");
    assertThat(status.desiredStatus()).isEqualTo("RUNNING");
    assertThat(status.healthStatus()).isEqualTo(health);
    assertThat(status.connectivity()).isEqualTo("CONNECTED");
    assertThat(
            Stream.of(
                    status.stopCode(),
                    status.stoppedReason(),
                    status.stoppingAt(),
                    status.executionStoppedAt(),
                    status.stoppedAt())
                .filter(Objects::nonNull))
        .as("what a stop tells")
        .isEmpty();
    assertThat(conditions()).noneMatch(it -> it.startsWith("Stopped True"));
    assertThat(status.createdAt()).isNotNull();
    assertThat(status.pullStartedAt()).isNotNull();
    assertThat(status.pullStoppedAt()).isNotNull();
    assertThat(status.startedAt()).isNotNull();
    assertThat(status.containers()).extracting(Container::lastStatus).contains("RUNNING");
  }

  private void identity() {
    TaskStatus status = task.getStatus();
    assertThat(status).as("status").isNotNull();
    String id = task.getMetadata().getUid().replace("-", "");
    boolean fargate = !task.getSpec().capacityProviderStrategy().isEmpty();
    assertThat(status.taskArn()).isEqualTo(ARN + "task/default/" + id);
    assertThat(status.clusterArn()).isEqualTo(ARN + "cluster/default");
    assertThat(status.taskDefinitionArn()).isEqualTo(ARN + "task-definition/shell:1");
    assertThat(status.containerInstanceArn()).startsWith(ARN + "container-instance/default/");
    assertThat(status.connectivityAt()).isNotNull();
    assertThat(status.group()).isEqualTo("family:shell");
    assertThat(status.launchType()).isEqualTo(fargate ? "FARGATE" : "EC2");
    assertThat(status.version()).isPositive();
    assertThat(status.observedGeneration()).isEqualTo(task.getMetadata().getGeneration());
    List<Instant> inOrder =
        Stream.of(
                status.createdAt(),
                status.pullStartedAt(),
                status.pullStoppedAt(),
                status.startedAt(),
                status.stoppingAt(),
                status.executionStoppedAt(),
                status.stoppedAt())
            .filter(Objects::nonNull)
            .map(Instant::parse)
            .toList();
    assertThat(inOrder).isSorted();
    assertThat(status.containers())
        .extracting(Container::name)
        .containsExactlyElementsOf(containers.stream().map(ContainerDefinition::name).toList());
    for (int i = 0; i < containers.size(); i++) {
      container(status.containers().get(i), containers.get(i));
    }
  }

  private List<String> conditions() {
    return task.getStatus().conditions().stream()
        .map(it -> it.getType() + " " + it.getStatus() + " " + it.getReason())
        .toList();
  }

  private void container(Container container, ContainerDefinition definition) {
    assertThat(container.taskArn()).isEqualTo(task.getStatus().taskArn());
    assertThat(container.containerArn()).matches(".*:container/default/[0-9a-f]{32}/[0-9a-f]{32}");
    assertThat(container.image()).isEqualTo(definition.image());
    assertThat(container.memory()).isEqualTo(definition.memory());
    assertThat(container.networkInterfaces())
        .singleElement()
        .satisfies(it -> assertThat(it.privateIpv4Address()).matches("[0-9.]+"));
    if (container.exitCode() != null) {
      assertThat(container.runtimeId()).matches("[0-9a-f]{64}");
      assertThat(container.imageDigest()).matches("sha256:[0-9a-f]{64}");
    }
  }
}
