package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response members of DescribeCapacityProviders. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("ARN of the capacity provider.") @Nullable String capacityProviderArn,
    @JsonPropertyDescription("EC2_AUTOSCALING, MANAGED_INSTANCES, FARGATE or FARGATE_SPOT.")
        @Nullable String type,
    @JsonPropertyDescription("PROVISIONING, ACTIVE, DEPROVISIONING or INACTIVE.")
        @Nullable String status,
    @JsonPropertyDescription("Nodes that belong to this provider.")
        @Nullable Integer registeredContainerInstancesCount) {

  public CapacityProviderStatus {
    conditions = Copies.of(conditions);
  }
}
