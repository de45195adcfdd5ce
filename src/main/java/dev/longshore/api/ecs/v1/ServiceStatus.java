package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response members of DescribeServices, and what the scale subresource reads. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("ARN of the service.") @Nullable String serviceArn,
    @JsonPropertyDescription("ACTIVE, DRAINING or INACTIVE.") @Nullable String status,
    @JsonPropertyDescription("Tasks wanted.") @Nullable Integer desiredCount,
    @JsonPropertyDescription("Tasks whose containers run.") @Nullable Integer runningCount,
    @JsonPropertyDescription("Tasks that are starting.") @Nullable Integer pendingCount,
    @JsonPropertyDescription("Tasks that exist; read by autoscaling through /scale.")
        @StatusReplicas
        @Nullable Integer replicas,
    @JsonPropertyDescription(
            "Label selector of the service's pods; read by autoscaling through /scale.")
        @LabelSelector
        @Nullable String selector,
    @JsonPropertyDescription("Revision that the newest deployment runs.")
        @Nullable String taskDefinition,
    @JsonPropertyDescription("Deployments, newest first, as DescribeServices shows them.")
        List<DeploymentStatus> deployments,
    @JsonPropertyDescription("The newest 100 events, newest first.") List<ServiceEvent> events,
    @JsonPropertyDescription("ARN of the newest service deployment.")
        @Nullable String currentServiceDeployment,
    @JsonPropertyDescription("Service revisions that have or get tasks, newest first.")
        List<ServiceRevisionSummary> currentServiceRevisions,
    @JsonPropertyDescription("What became of the newest 10 deployments, newest first.")
        List<ServiceDeployment> serviceDeployments,
    @JsonPropertyDescription("What the newest 10 deployments were made of, newest first.")
        List<ServiceRevision> serviceRevisions,
    @JsonPropertyDescription("The newest 10 tasks that stopped, newest first.")
        List<StoppedTask> stoppedTasks,
    @JsonPropertyDescription("When the service was created.") @Nullable String createdAt) {

  public ServiceStatus {
    conditions = Copies.of(conditions);
    deployments = Copies.of(deployments);
    events = Copies.of(events);
    currentServiceRevisions = Copies.of(currentServiceRevisions);
    serviceRevisions = Copies.of(serviceRevisions);
    serviceDeployments = Copies.of(serviceDeployments);
    stoppedTasks = Copies.of(stoppedTasks);
  }
}
