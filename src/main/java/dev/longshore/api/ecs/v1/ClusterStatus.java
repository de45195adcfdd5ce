package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response members of DescribeClusters. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("ARN of the cluster.") @Nullable String clusterArn,
    @JsonPropertyDescription("ACTIVE, PROVISIONING, DEPROVISIONING, FAILED or INACTIVE.")
        @Nullable String status,
    @JsonPropertyDescription("Nodes that tasks of this cluster can run on.")
        @Nullable Integer registeredContainerInstancesCount,
    @JsonPropertyDescription("Tasks that run.") @Nullable Integer runningTasksCount,
    @JsonPropertyDescription("Tasks that are starting.") @Nullable Integer pendingTasksCount,
    @JsonPropertyDescription("Services in the state ACTIVE.")
        @Nullable Integer activeServicesCount) {

  public ClusterStatus {
    conditions = Copies.of(conditions);
  }
}
