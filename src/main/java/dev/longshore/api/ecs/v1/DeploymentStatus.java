package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DeploymentStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentStatus(
    @Nullable String id,
    @Nullable String status,
    @Nullable String taskDefinition,
    @Nullable Integer desiredCount,
    @Nullable Integer pendingCount,
    @Nullable Integer runningCount,
    @Nullable Integer failedTasks,
    @Nullable String createdAt,
    @Nullable String updatedAt,
    @Nullable String launchType,
    List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @Nullable String rolloutState,
    @Nullable String rolloutStateReason) {

  public DeploymentStatus {
    capacityProviderStrategy = Copies.of(capacityProviderStrategy);
  }
}
