package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code Deployment}: one rollout of a service as DescribeServices shows it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentStatus(
    @JsonPropertyDescription("Identifier of the deployment: ecs-svc/ and digits.")
        @Nullable String id,
    @JsonPropertyDescription("PRIMARY (the newest), ACTIVE (being replaced) or INACTIVE.")
        @Nullable String status,
    @JsonPropertyDescription("Revision that this deployment runs.") @Nullable String taskDefinition,
    @JsonPropertyDescription("Tasks this deployment wants.") @Nullable Integer desiredCount,
    @JsonPropertyDescription("Tasks of this deployment that are starting.")
        @Nullable Integer pendingCount,
    @JsonPropertyDescription("Tasks of this deployment that run.") @Nullable Integer runningCount,
    @JsonPropertyDescription("Tasks of this deployment that failed.") @Nullable Integer failedTasks,
    @JsonPropertyDescription("When the deployment was created.") @Nullable String createdAt,
    @JsonPropertyDescription("When the deployment last changed.") @Nullable String updatedAt,
    @JsonPropertyDescription("Launch type of the deployment's tasks.") @Nullable String launchType,
    @JsonPropertyDescription("Strategy of the deployment's tasks.")
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @JsonPropertyDescription("Platform version that was asked for; recorded only.")
        @Nullable String platformVersion,
    @JsonPropertyDescription("Subnets and security groups of the deployment's tasks.")
        @Nullable NetworkConfiguration networkConfiguration,
    @JsonPropertyDescription("IN_PROGRESS, COMPLETED or FAILED.") @Nullable String rolloutState,
    @JsonPropertyDescription("Why the rollout is in that state.")
        @Nullable String rolloutStateReason) {

  public DeploymentStatus {
    capacityProviderStrategy = Copies.of(capacityProviderStrategy);
  }
}
