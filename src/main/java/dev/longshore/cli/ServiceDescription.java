package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.LifecycleHookDetail;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceRevision;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.core.Arns;
import dev.longshore.core.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service as DescribeServices shows it: what was asked for, and over it what is. */
final class ServiceDescription {
  private static final int EVENTS = 10;
  private static final List<String> NOT_ECS =
      List.of("conditions", "kubernetes", "observedGeneration", "replicas", "selector");

  private ServiceDescription() {}

  /** The response of DescribeServices for one service that there is. */
  static Map<String, Object> response(Service service) {
    return Map.of("services", List.of(json(service)), "failures", List.of());
  }

  static ObjectNode json(Service service) {
    ObjectNode members = Mappers.json().valueToTree(service.getSpec());
    if (service.getStatus() != null) {
      members.setAll(Mappers.json().<ObjectNode>valueToTree(service.getStatus()));
    }
    members.remove(NOT_ECS);
    return members.put("serviceName", EcsObjects.name(service));
  }

  /** Every member of one value, the deployments and the newest events. */
  static List<String> lines(Service service) {
    List<String> lines = new ArrayList<>();
    json(service).properties().stream()
        .filter(it -> it.getValue().isValueNode())
        .forEach(it -> lines.add(it.getKey() + ": " + it.getValue().asText()));
    ServiceStatus status = service.getStatus();
    if (status != null) {
      condition(status).forEach(it -> lines.add("state: " + it));
      lines.add("deployments:");
      deployments(status.deployments()).lines().forEach(it -> lines.add("  " + it));
      history(status, lines);
      lines.add("events:");
      status.events().stream()
          .limit(EVENTS)
          .forEach(it -> lines.add("  " + it.createdAt() + "  " + it.message()));
    }
    return lines;
  }

  private static void history(ServiceStatus status, List<String> lines) {
    if (!status.serviceDeployments().isEmpty()) {
      lines.add("service deployments:");
      status.serviceDeployments().forEach(it -> lines.add("  " + history(it)));
      status.serviceDeployments().stream()
          .flatMap(it -> it.lifecycleHookDetails().stream())
          .forEach(it -> lines.add("  " + pause(it)));
    }
    if (!status.serviceRevisions().isEmpty()) {
      lines.add("service revisions:");
      status.serviceRevisions().forEach(it -> lines.add("  " + revision(it)));
    }
    if (!status.stoppedTasks().isEmpty()) {
      lines.add("stopped tasks:");
      status.stoppedTasks().forEach(it -> lines.add("  " + stopped(it)));
    }
  }

  private static List<String> condition(ServiceStatus status) {
    return status.conditions().stream()
        .filter(it -> it.getType().equals("Ready"))
        .map(it -> it.getReason() + ": " + it.getMessage())
        .toList();
  }

  private static String history(ServiceDeployment it) {
    String text =
        "%s  %s  %s  %s"
            .formatted(it.startedAt(), it.deploymentId(), it.taskDefinition(), it.status());
    return it.statusReason() == null ? text : text + "  " + it.statusReason();
  }

  private static String revision(ServiceRevision it) {
    String capacity =
        it.capacityProviderStrategy().stream()
            .map(item -> String.valueOf(item.capacityProvider()))
            .collect(Collectors.joining(", "));
    String images =
        it.containerImages().stream()
            .map(
                image ->
                    Cells.of(image.imageDigest() == null ? image.image() : image.imageDigest()))
            .collect(Collectors.joining(", "));
    return "%s  %s  %s  %s  %s"
        .formatted(
            it.createdAt(),
            Arns.last(String.valueOf(it.serviceRevisionArn())),
            it.taskDefinition(),
            it.launchType() == null ? capacity : it.launchType(),
            images)
        .stripTrailing();
  }

  private static String pause(LifecycleHookDetail it) {
    return "%s at %s  hook %s  %s at %s"
        .formatted(
            it.status(), it.lifecycleStage(), it.hookId(), it.timeoutAction(), it.expiresAt());
  }

  private static String stopped(StoppedTask it) {
    String containers =
        it.containers().stream()
            .map(c -> c.name() + (c.exitCode() == null ? "" : ": exit code " + c.exitCode()))
            .collect(Collectors.joining(", "));
    return "%s  %s  %s  %s  %s%s"
        .formatted(
            it.stoppedAt(),
            Arns.last(String.valueOf(it.taskArn())),
            it.taskDefinition(),
            it.stopCode(),
            it.stoppedReason(),
            containers.isEmpty() ? "" : " (" + containers + ")");
  }

  private static Table deployments(List<DeploymentStatus> deployments) {
    return new Table(
        List.of(
            "id", "status", "taskDefinition", "desired", "running", "pending", "failed", "rollout"),
        deployments.stream().map(ServiceDescription::row).toList());
  }

  private static List<String> row(DeploymentStatus it) {
    return List.of(
        Cells.of(it.id()),
        Cells.of(it.status()),
        Cells.of(it.taskDefinition()),
        Cells.count(it.desiredCount()),
        Cells.count(it.runningCount()),
        Cells.count(it.pendingCount()),
        Cells.count(it.failedTasks()),
        Cells.of(it.rolloutState()));
  }
}
