package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of CreateCapacityProvider, followed by the members that only responses carry. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "!(has(self.autoScalingGroupProvider) && has(self.managedInstancesProvider))",
    message = "Specify autoScalingGroupProvider or managedInstancesProvider, but not both.")
public record CapacityProviderSpec(
    @JsonPropertyDescription(
            "Name in ECS; default is metadata.name. Not starting with aws, ecs or fargate.")
        @Pattern("^[A-Za-z0-9_-]{0,255}$")
        @Size(max = 255)
        @Nullable String name,
    @JsonPropertyDescription(
            "Cluster the managed instances belong to; needed with managedInstancesProvider only.")
        @Nullable String cluster,
    @JsonPropertyDescription("Nodes of an Auto Scaling group.")
        @Nullable AutoScalingGroupProvider autoScalingGroupProvider,
    @JsonPropertyDescription("Instances that ECS chooses and manages itself.")
        @Nullable CreateManagedInstancesProviderConfiguration managedInstancesProvider,
    @JsonPropertyDescription("Up to 50 tags.") @Size(max = 50) List<Tag> tags,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String capacityProviderArn,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String status,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String updateStatus,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String updateStatusReason,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String type,
    @JsonPropertyDescription("Which nodes stand for this provider; not part of the ECS API.")
        @Nullable CapacityProviderKubernetes kubernetes) {

  public CapacityProviderSpec {
    tags = Copies.of(tags);
  }
}
