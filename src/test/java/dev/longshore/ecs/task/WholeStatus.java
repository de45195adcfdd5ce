package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds of every status of a stopped task that ran on a node, whatever it did there. */
final class WholeStatus {
  private WholeStatus() {}

  static void check(Task task) {
    check(task, "UNKNOWN");
  }

  static void check(Task task, String health) {
    TaskStatus status = task.getStatus();
    String id = task.getMetadata().getUid().replace("-", "");
    assertThat(status.taskArn())
        .isEqualTo("arn:aws:ecs:kubernetes:000000000000:task/default/" + id);
    assertThat(status.clusterArn())
        .isEqualTo("arn:aws:ecs:kubernetes:000000000000:cluster/default");
    assertThat(status.taskDefinitionArn())
        .isEqualTo("arn:aws:ecs:kubernetes:000000000000:task-definition/shell:1");
    assertThat(status.containerInstanceArn())
        .startsWith("arn:aws:ecs:kubernetes:000000000000:container-instance/default/");
    assertThat(status.group()).isEqualTo("family:shell");
    assertThat(status.launchType()).isEqualTo("EC2");
    assertThat(status.desiredStatus()).isEqualTo("STOPPED");
    assertThat(status.healthStatus()).isEqualTo(health);
    assertThat(status.connectivity()).isEqualTo("CONNECTED");
    assertThat(status.version()).isPositive();
    assertThat(status.observedGeneration()).isEqualTo(task.getMetadata().getGeneration());
    times(status);
    status.containers().forEach(container -> container(container, status));
  }

  private static void times(TaskStatus status) {
    assertThat(status.createdAt()).isNotNull();
    assertThat(status.stoppingAt()).isNotNull();
    assertThat(status.stoppedAt()).isNotNull();
    boolean ran = status.containers().stream().anyMatch(it -> it.exitCode() != null);
    assertThat(status.executionStoppedAt() != null).as("executionStoppedAt").isEqualTo(ran);
    assertThat(status.pullStoppedAt() != null).as("pullStoppedAt").isEqualTo(ran);
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
  }

  private static void container(Container container, TaskStatus status) {
    assertThat(container.taskArn()).isEqualTo(status.taskArn());
    assertThat(container.containerArn()).matches(".*:container/default/[0-9a-f]{32}/[0-9a-f]{32}");
    assertThat(container.memory()).isEqualTo("32");
    assertThat(container.networkInterfaces())
        .singleElement()
        .satisfies(it -> assertThat(it.privateIpv4Address()).matches("[0-9.]+"));
    if (container.exitCode() != null) {
      assertThat(container.runtimeId()).matches("[0-9a-f]{64}");
      assertThat(container.imageDigest()).matches("sha256:[0-9a-f]{64}");
    }
  }
}
