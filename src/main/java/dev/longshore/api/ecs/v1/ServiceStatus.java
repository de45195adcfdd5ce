package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable String serviceArn,
    @Nullable String status,
    @Nullable Integer desiredCount,
    @Nullable Integer runningCount,
    @Nullable Integer pendingCount,
    @StatusReplicas @Nullable Integer replicas,
    @LabelSelector @Nullable String selector,
    @Nullable String taskDefinition,
    List<DeploymentStatus> deployments,
    List<ServiceEvent> events,
    @Nullable String createdAt) {

  public ServiceStatus {
    conditions = Copies.of(conditions);
    deployments = Copies.of(deployments);
    events = Copies.of(events);
  }
}
