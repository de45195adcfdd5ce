package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.stream.Stream;

/** A service as a tree: ECS deployments, their children and tasks, then what surrounds them. */
final class ServiceTree {
  private final ServiceView view;

  private ServiceTree(ServiceView view) {
    this.view = view;
  }

  static Branch of(ServiceView view) {
    ServiceTree tree = new ServiceTree(view);
    ServiceStatus status = view.service().getStatus();
    if (status == null) {
      return Branch.leaf("service " + EcsObjects.name(view.service()) + ": not observed yet");
    }
    return new Branch(
        "service " + EcsObjects.name(view.service()) + "  " + numbers(status),
        Stream.concat(
                status.deployments().stream().map(tree::deployment),
                ServiceSurroundings.of(view, status))
            .toList());
  }

  private static String numbers(ServiceStatus status) {
    return "%s  desired %s, running %s, pending %s"
        .formatted(
            Cells.of(status.status()),
            Cells.count(status.desiredCount()),
            Cells.count(status.runningCount()),
            Cells.count(status.pendingCount()));
  }

  private Branch deployment(DeploymentStatus deployment) {
    String id = Cells.of(deployment.id());
    String digits = id.substring(id.indexOf('/') + 1);
    return new Branch(
        "deployment %s  %s  %s  %s  desired %s, running %s, pending %s, failed %s"
            .formatted(
                id,
                Cells.of(deployment.status()),
                Cells.of(deployment.taskDefinition()),
                Cells.of(deployment.rolloutState()),
                Cells.count(deployment.desiredCount()),
                Cells.count(deployment.runningCount()),
                Cells.count(deployment.pendingCount()),
                Cells.count(deployment.failedTasks())),
        view.children().stream()
            .filter(child -> digits.equals(label(child, Labels.DEPLOYMENT)))
            .map(this::child)
            .toList());
  }

  private Branch child(Deployment child) {
    String provider = label(child, Labels.CAPACITY_PROVIDER);
    Integer wanted = child.getSpec().getReplicas();
    return new Branch(
        "Deployment/%s  %s  tasks %s"
            .formatted(child.getMetadata().getName(), Cells.of(provider), Cells.count(wanted)),
        view.tasks().stream()
            .filter(task -> task.deployment().equals(label(child, Labels.DEPLOYMENT)))
            .filter(task -> task.capacityProviderName().equals(provider))
            .map(ServiceTree::task)
            .toList());
  }

  private static Branch task(Task task) {
    String node = task.containerInstance();
    return Branch.leaf(
        "task %s  %s  %s"
            .formatted(task.taskId(), task.lastStatus(), node.isEmpty() ? "no node yet" : node));
  }

  private static String label(Deployment child, String key) {
    Map<String, String> labels = child.getMetadata().getLabels();
    return labels == null ? "" : labels.getOrDefault(key, "");
  }
}
