package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pod of a service, or a task that runs on its own, seen as ECS API shape {@code Task}.
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

  /** A task that runs on its own, as its record tells; it outlives its pod. */
  static Task of(dev.longshore.api.ecs.v1.Task task) {
    TaskStatus status = task.getStatus();
    return new Task(
        StandaloneTasks.id(task),
        text(status == null ? null : status.taskArn()),
        text(status == null ? null : status.lastStatus()),
        text(status == null ? task.getSpec().group() : status.group()),
        revision(task),
        "",
        text(status == null ? null : status.capacityProviderName()),
        afterSlash(status == null ? null : status.containerInstanceArn()),
        "");
  }

  private static String revision(dev.longshore.api.ecs.v1.Task task) {
    TaskStatus status = task.getStatus();
    String arn = status == null ? null : status.taskDefinitionArn();
    return arn == null ? text(task.getSpec().taskDefinition()) : afterSlash(arn);
  }

  private static String afterSlash(@Nullable String arn) {
    return arn == null ? "" : Arns.last(arn);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** ECS's life cycle: a task without a node is PROVISIONING, one that is told to end STOPPING. */
  private static String lastStatus(Pod pod) {
    String phase = pod.getStatus() == null ? "" : pod.getStatus().getPhase();
    if (PodPhase.ended(pod)) {
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
