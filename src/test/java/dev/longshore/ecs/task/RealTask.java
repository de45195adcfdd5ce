package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A definition as a task on a real node, with the operator and a namespace of its own. */
public final class RealTask implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final TaskScene scene;
  private final RunningOperator operator;

  /** What a pod tells while it is there: a task that stops others takes it away. */
  private final Map<String, List<String>> logs = new HashMap<>();

  private Pod last = new Pod();

  public RealTask(RealNode node) {
    scene = new TaskScene(node.client(), node.freshNamespace());
    operator = RunningOperator.in(node, scene.namespace());
  }

  public KubernetesClient client() {
    return scene.client();
  }

  public String namespace() {
    return scene.namespace();
  }

  /** Runs it; {@code IMAGE} stands for busybox. */
  public void run(String definition) {
    scene.apply("TaskDefinition", "shell", definition.replace("IMAGE", RealNode.busybox().name()));
    scene.task("taskDefinition: shell");
  }

  /** Waits for the end and checks the whole status; what it says of the stop and each exit code. */
  public List<String> stopped() {
    return stopped("UNKNOWN");
  }

  /** The same of a task with a health. */
  public List<String> stopped(String health) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              boolean stopped = "STOPPED".equals(scene.lastStatus());
              scene.pods().forEach(this::remember);
              assertThat(stopped).isTrue();
            });
    WholeStatus.of(scene).stopped(health);
    TaskStatus status = scene.status();
    return Stream.concat(
            Stream.of(status.stopCode() + ": " + status.stoppedReason()),
            status.containers().stream().map(it -> it.name() + " " + it.exitCode()))
        .toList();
  }

  /** Waits until its pod is so; the task is RUNNING then, and its whole status says so. */
  public Pod running(String what, Predicate<Pod> wanted) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              assertThat(scene.pods()).singleElement().matches(wanted, what);
              WholeStatus.of(scene).running("UNKNOWN");
            });
    return scene.pods().getFirst();
  }

  /** What the task says of its containers beside their exit codes. */
  public List<String> reasons() {
    return scene.status().containers().stream()
        .map(Container::reason)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The exit code that the task says of a container; null while it has none, or is not listed. */
  public @Nullable Integer exitCode(String container) {
    return scene.status().containers().stream()
        .filter(it -> container.equals(it.name()))
        .map(Container::exitCode)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** How often the kubelet restarted a container, as the pod said last. */
  public int restarts(String container) {
    return restarts(last, container);
  }

  /** The same of a pod that was seen. */
  public static int restarts(Pod pod, String container) {
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  /** The output of a container of a task that stopped. */
  public List<String> log(String container) {
    return logs.getOrDefault(container, List.of());
  }

  private void remember(Pod pod) {
    last = pod;
    Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .filter(it -> it.getContainerID() != null && !it.getContainerID().isEmpty())
        .forEach(it -> remember(pod, it.getName()));
  }

  private void remember(Pod pod, String container) {
    try {
      String log = client().pods().resource(pod).inContainer(container).getLog();
      List<String> lines = log.lines().toList();
      logs.merge(container, lines, (one, other) -> other.size() < one.size() ? one : other);
    } catch (KubernetesClientException e) {
      // it is gone, or not yet there
    }
  }

  @Override
  public void close() {
    operator.close();
    client().namespaces().withName(namespace()).delete();
  }
}
