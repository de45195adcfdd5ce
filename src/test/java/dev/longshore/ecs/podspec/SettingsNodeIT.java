package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.task.RealTask;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private static final String EXITED =
      "EssentialContainerExited: Essential container in task exited";

  /** Number of the capability CAP_MKNOD. */
  private static final int MKNOD = 27;

  private RealTask task;

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @BeforeEach
  void namespace() {
    task = new RealTask(NODE);
  }

  @AfterEach
  void stop() {
    task.close();
  }

  @Test
  void environmentWinsOverFilesAndTheFirstFileOverTheSecond() {
    task.client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings-first")
                .endMetadata()
                .addToData("FILE", "first")
                .addToData("BOTH", "first")
                .addToData("VARIABLE", "file")
                .addToData("TOKEN", "file")
                .build())
        .inNamespace(task.namespace())
        .create();
    task.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("second")
                .endMetadata()
                .addToStringData("BOTH", "second")
                .addToStringData("SECOND", "$(FILE)")
                .addToStringData("value", "secret")
                .build())
        .inNamespace(task.namespace())
        .create();

    task.run(
        """
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, 'echo "$FILE $BOTH $SECOND $VARIABLE $TOKEN $LITERAL $1"', sh, "$(FILE)"]
            environment: [{name: VARIABLE, value: variable}, {name: LITERAL, value: "$(HOME)"}]
            secrets: [{name: TOKEN, valueFrom: "k8s:secret/second#value"}]
            environmentFiles:
              - {type: s3, value: "arn:aws:s3:::settings/first.env"}
              - {type: s3, value: "k8s:secret/second"}
        """);

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0"));
    assertThat(task.log("app"))
        .containsExactly("first first $(FILE) variable secret $(HOME) $(FILE)");
  }

  @Test
  void linuxSettingsHoldInTheContainer() {
    task.run(
        """
        volumes: [{name: shared}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 64
            user: "1234:5678"
            readonlyRootFilesystem: true
            dependsOn: [{containerName: writer, condition: SUCCESS}]
            volumesFrom: [{sourceContainer: writer, readOnly: true}]
            linuxParameters:
              sharedMemorySize: 8
              tmpfs: [{containerPath: /scratch, size: 4}]
            command:
              - sh
              - -c
              - |
                echo "$(busybox id -u) $(busybox id -g)"
                echo x > /here || echo read-only root
                echo x > /shared/other || echo read-only mount
                cat /shared/file
                echo x > /scratch/file && cat /scratch/file
                busybox df -m /dev/shm | busybox awk 'END {print $2}'
                busybox grep CapBnd /proc/self/status | busybox awk '{print $2}'
          - name: writer
            image: IMAGE
            memory: 16
            essential: false
            command: [sh, -c, "echo from the writer > /shared/file"]
            mountPoints: [{sourceVolume: shared, containerPath: /shared}]
        """);

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "writer 0"));
    assertThat(task.log("app"))
        .contains("1234 5678", "read-only root", "read-only mount", "from the writer", "x", "8")
        .last()
        .isEqualTo("0000000000000000");
  }

  @Test
  void withPidModeTaskContainersSeeEachOthersProcesses() {
    task.run(
        """
        pidMode: task
        containerDefinitions:
          - {name: app, image: IMAGE, memory: 16, command: [sh, -c, "sleep 3; busybox ps"]}
          - {name: side, image: IMAGE, memory: 16, essential: false, command: [sleep, "4242"]}
        """);

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "side 143"));
    assertThat(task.log("app")).anyMatch(it -> it.endsWith("sleep 4242"));
  }

  @Test
  void theTasksMemoryIsACapThatTwoContainersReachTogether() {
    task.run(
        """
        memory: 48
        containerDefinitions:
          - {name: first, image: IMAGE, stopTimeout: 2, command: [sh, -c, "busybox dd if=/dev/zero of=/dev/null bs=32M"]}
          - {name: second, image: IMAGE, stopTimeout: 2, command: [sh, -c, "busybox dd if=/dev/zero of=/dev/null bs=32M"]}
        """);

    // one takes what the other one leaves, and is killed; then the other is stopped
    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "first 137", "second 137"));
    assertThat(task.reasons()).contains("OutOfMemoryError: Container killed due to memory usage");
  }

  @Test
  void aDroppedCapabilityIsNotThereForRootEither() {
    task.run(
        """
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            dependsOn: [{containerName: all, condition: SUCCESS}]
            linuxParameters: {capabilities: {drop: [MKNOD]}}
            command: &print [sh, -c, "busybox grep CapBnd /proc/self/status | busybox awk '{print $2}'; busybox id -u"]
          - {name: all, image: IMAGE, memory: 16, essential: false, command: *print}
        """);

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "all 0"));
    assertThat(task.log("app")).hasSize(2).last().isEqualTo("0");
    long all = Long.parseLong(task.log("all").getFirst(), 16);
    long kept = Long.parseLong(task.log("app").getFirst(), 16);
    assertThat(all & 1L << MKNOD).isNotZero();
    assertThat(kept).isEqualTo(all & ~(1L << MKNOD));
  }

  @Test
  void loggersFindTheRouterThatStartedBeforeThem() {
    task.run(
        """
        volumes: [{name: log}]
        containerDefinitions:
          - name: app
            image: IMAGE
            memory: 16
            command: [sh, -c, 'cat /log/all; echo "$FLUENT_HOST:$FLUENT_PORT"']
            logConfiguration: {logDriver: awsfirelens}
            mountPoints: [{sourceVolume: log, containerPath: /log}]
          - name: router
            image: IMAGE
            memory: 16
            command: [sh, -c, "trap 'exit 0' TERM; echo router > /log/all; while :; do sleep 1; done"]
            firelensConfiguration: {type: fluentbit}
            mountPoints: [{sourceVolume: log, containerPath: /log}]
        """);

    assertThat(task.stopped()).isEqualTo(List.of(EXITED, "app 0", "router 0"));
    assertThat(task.log("app")).containsExactly("router", "127.0.0.1:24224");
  }
}
