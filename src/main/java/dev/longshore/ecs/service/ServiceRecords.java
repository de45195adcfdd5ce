package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceRevision;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.StoppedTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service's status remembers because nothing else does; told, never decided on. */
record ServiceRecords(
    List<ServiceDeployment> deployments,
    List<ServiceRevision> revisions,
    List<StoppedTask> stopped) {
  ServiceRecords {
    revisions = List.copyOf(revisions);
    deployments = List.copyOf(deployments);
    stopped = List.copyOf(stopped);
  }

  /** What is remembered with what is seen now. */
  static ServiceRecords of(ServiceDeployments now) {
    Optional<ServiceStatus> old = Optional.ofNullable(now.service().getStatus());
    String primary = now.plan().course().target().map(EcsDeployment::id).orElse("");
    List<StoppedTask> stopped =
        new StoppedTasks(now.cluster(), primary, now.observed())
            .added(old.map(ServiceStatus::stoppedTasks).orElse(List.of()));
    return new ServiceRecords(
        now.continued(old.map(ServiceStatus::serviceDeployments).orElse(List.of()), stopped),
        new ServiceRevisions(now)
            .continued(old.map(ServiceStatus::serviceRevisions).orElse(List.of())),
        stopped);
  }

  /** Why a deployment was given up, if it was. */
  Optional<String> reason(EcsDeployment deployment) {
    return deployments.stream()
        .filter(it -> Objects.equals(deployment.id(), it.deploymentId()))
        .findFirst()
        .map(ServiceDeployment::statusReason);
  }

  /** Whether the way back from a deployment that was given up is over. */
  boolean wentBack(EcsDeployment deployment) {
    return deployments.stream()
        .filter(it -> Objects.equals(deployment.id(), it.deploymentId()))
        .anyMatch(it -> ServiceDeployments.ROLLBACK_SUCCESSFUL.equals(it.status()));
  }

  /** ARN of the newest service deployment. */
  @Nullable String current() {
    return deployments.isEmpty() ? null : deployments.getFirst().serviceDeploymentArn();
  }

  /** What is remembered of the revision of a deployment that has children or gets them. */
  ServiceRevision revision(String arn) {
    return revisions.stream()
        .filter(it -> arn.equals(it.serviceRevisionArn()))
        .findFirst()
        .orElseThrow();
  }
}
