package dev.longshore.cli;

import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Objects;

/**
 * A pod seen as ECS API shape {@code Task}.
 *
 * @param taskId the pod's uid without hyphens
 * @param deployment digits of the ECS deployment that started it
 * @param containerInstance name of the node; empty before there is one
 */
record Task(
    String taskId,
    String taskArn,
    String lastStatus,
    String group,
    String taskDefinition,
    String deployment,
    String capacityProviderName,
    String containerInstance,
    String podName) {

  static Task of(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    String id = pod.getMetadata().getUid().replace("-", "");
    return new Task(
        id,
        Arns.task(labels.getOrDefault(Labels.CLUSTER, "default"), id),
        lastStatus(pod),
        "service:" + labels.getOrDefault(Labels.SERVICE, ""),
        labels.getOrDefault(Labels.FAMILY, "") + ":" + labels.getOrDefault(Labels.REVISION, ""),
        labels.getOrDefault(Labels.DEPLOYMENT, ""),
        labels.getOrDefault(Labels.CAPACITY_PROVIDER, ""),
        Objects.requireNonNullElse(pod.getSpec().getNodeName(), ""),
        pod.getMetadata().getName());
  }

  /** ECS's life cycle: a task without a node is PROVISIONING, one that is told to end STOPPING. */
  private static String lastStatus(Pod pod) {
    String phase = pod.getStatus() == null ? "" : pod.getStatus().getPhase();
    if ("Succeeded".equals(phase) || "Failed".equals(phase)) {
      return "STOPPED";
    }
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return "STOPPING";
    }
    if ("Running".equals(phase)) {
      return "RUNNING";
    }
    return pod.getSpec().getNodeName() == null ? "PROVISIONING" : "PENDING";
  }
}
