package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.Longshore;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @Test
  void runsAContainerAndKeepsItsLogAndExitCode() {
    // Given a pod that says something and fails
    String namespace = NODE.freshNamespace();
    NODE.client()
        .resource(pod("echo hello from a container; exit 7"))
        .inNamespace(namespace)
        .create();
    var pods = NODE.client().pods().inNamespace(namespace);

    // Then the kubelet reports its end and serves its log
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(pods.withName("one").get().getStatus().getPhase()).isEqualTo("Failed"));
    var status = pods.withName("one").get().getStatus().getContainerStatuses().getFirst();
    assertThat(status.getState().getTerminated().getExitCode()).isEqualTo(7);
    assertThat(pods.withName("one").getLog()).contains("hello from a container");
  }

  @Test
  void loadedImagesRun(@TempDir Path directory) {
    String loaded = "localhost/loaded:1";
    Path archive = directory.resolve("loaded.tar");
    OciImage.named(loaded).file("/bin/sh", Path.of("/bin/busybox")).writeTo(archive);

    assertThat(load(archive)).isZero();
    var pods = NODE.client().pods().inNamespace(NODE.freshNamespace());
    Pod pod = pod("exit 0");
    pod.getSpec().getContainers().getFirst().setImage(loaded);
    pods.resource(pod).create();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(pods.withName("one").get().getStatus().getPhase())
                    .isEqualTo("Succeeded"));
  }

  @Test
  void whatIsNoImageIsNotLoaded(@TempDir Path directory) throws IOException {
    Path archive = Files.writeString(directory.resolve("some.tar"), "no archive");

    assertThat(load(archive)).isEqualTo(1);
    assertThat(load(directory.resolve("none.tar"))).isEqualTo(1);
  }

  private static int load(Path archive) {
    return Longshore.commandLine()
        .execute("cluster", "load", archive.toString(), "--dir", NODE.directory().toString());
  }

  private static Pod pod(String script) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("one")
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("main")
        .withImage(RealNode.busybox().name())
        .withImagePullPolicy("IfNotPresent")
        .withCommand("sh", "-c", script)
        .endContainer()
        .endSpec()
        .build();
  }
}
