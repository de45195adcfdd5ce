package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A definition as a pod of a real node, without the operator: what the kubelet alone makes of it.
 */
final class RealPods {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String POD = "task";

  private final KubernetesClient client;
  private final String namespace;

  RealPods(RealNode node) {
    client = node.client();
    namespace = node.freshNamespace();
  }

  /** Starts it; {@code IMAGE} stands for busybox. */
  void start(String definition, Lifetime lifetime) {
    PodInputs inputs = PodInputs.of(read(definition));
    PodTemplateSpec template =
        PodTemplates.render(
            new PodInputs(
                inputs.definition(),
                Map.of(),
                Map.of(),
                inputs.references(),
                Map.of(),
                List.of(),
                0,
                false,
                lifetime,
                List.of(),
                List.of(),
                ServerFeatures.all()));
    Pod pod =
        new PodBuilder()
            .withMetadata(template.getMetadata())
            .editMetadata()
            .withName(POD)
            .endMetadata()
            .withSpec(template.getSpec())
            .build();
    client.resource(pod).inNamespace(namespace).create();
  }

  /** Waits until the pod is as wanted. */
  Pod until(String what, Predicate<Pod> wanted) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(pod()).as("%s", pod().getStatus()).matches(wanted));
    return pod();
  }

  Pod pod() {
    return client.pods().inNamespace(namespace).withName(POD).get();
  }

  /** What the kubelet says of a container; an empty status before it says anything. */
  static ContainerStatus status(Pod pod, String container) {
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .findFirst()
        .orElseGet(RealPods::nothing);
  }

  private static ContainerStatus nothing() {
    ContainerStatus status = new ContainerStatus();
    status.setState(new io.fabric8.kubernetes.api.model.ContainerState());
    return status;
  }

  private static TaskDefinitionSpec read(String definition) {
    try {
      return Mappers.yaml()
          .readValue(
              definition.replace("IMAGE", RealNode.busybox().name()), TaskDefinitionSpec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
