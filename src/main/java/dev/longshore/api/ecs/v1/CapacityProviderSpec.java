package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CapacityProviderSpec}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderSpec(
    @Nullable String name,
    @Nullable String cluster,
    @Nullable AutoScalingGroupProvider autoScalingGroupProvider,
    @Nullable CreateManagedInstancesProviderConfiguration managedInstancesProvider,
    List<Tag> tags,
    @Nullable String capacityProviderArn,
    @Nullable String status,
    @Nullable String updateStatus,
    @Nullable String updateStatusReason,
    @Nullable String type,
    @Nullable CapacityProviderKubernetes kubernetes) {

  public CapacityProviderSpec {
    tags = Copies.of(tags);
  }
}
