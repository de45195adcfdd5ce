package dev.longshore.ecs.podspec;

import static dev.longshore.ecs.podspec.RealPods.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private RealPods pods;

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @BeforeEach
  void namespace() {
    pods = new RealPods(NODE);
  }

  @Test
  void environmentWinsOverFilesAndTheFirstFileOverTheSecond() {
    pods.client()
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
        .inNamespace(pods.namespace())
        .create();
    pods.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("second")
                .endMetadata()
                .addToStringData("BOTH", "second")
                .addToStringData("SECOND", "$(FILE)")
                .addToStringData("value", "secret")
                .build())
        .inNamespace(pods.namespace())
        .create();

    pods.run(
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

    pods.untilEnded();
    assertThat(pods.log("app"))
        .containsExactly("first first $(FILE) variable secret $(HOME) $(FILE)");
  }

  @Test
  void linuxSettingsHoldInTheContainer() {
    pods.run(
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

    pods.untilEnded();
    assertThat(pods.log("app"))
        .contains("1234 5678", "read-only root", "read-only mount", "from the writer", "x", "8")
        .last()
        .isEqualTo("0000000000000000");
  }

  @Test
  void withPidModeTaskContainersSeeEachOthersProcesses() {
    pods.run(
        """
        pidMode: task
        containerDefinitions:
          - {name: app, image: IMAGE, memory: 16, command: [sh, -c, "sleep 3; busybox ps"]}
          - {name: side, image: IMAGE, memory: 16, essential: false, command: [sleep, "4242"]}
        """);

    pods.until("the application ended", it -> ended(it, "app") != null);
    assertThat(pods.log("app")).anyMatch(it -> it.endsWith("sleep 4242"));
  }

  @Test
  void theTasksMemoryIsACapThatTwoContainersReachTogether() {
    pods.run(
        """
        memory: 48
        containerDefinitions:
          - {name: first, image: IMAGE, command: [sh, -c, "busybox dd if=/dev/zero of=/dev/null bs=32M"]}
          - {name: second, image: IMAGE, command: [sh, -c, "busybox dd if=/dev/zero of=/dev/null bs=32M"]}
        """);

    Pod pod =
        pods.until(
            "one is killed", it -> ended(it, "first") != null || ended(it, "second") != null);

    assertThat(Stream.of("first", "second").map(name -> ended(pod, name)))
        .filteredOn(Objects::nonNull)
        .allSatisfy(end -> assertThat(end.getExitCode()).isEqualTo(137));
  }

  @Test
  void loggersFindTheRouterThatStartedBeforeThem() {
    pods.run(
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

    pods.untilEnded();
    assertThat(pods.log("app")).containsExactly("router", "127.0.0.1:24224");
  }
}
