package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AutoScalingGroupProvider}, {@code autoScalingGroupProvider} of {@code
 * CapacityProviderSpec}: nodes of an Auto Scaling group.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AutoScalingGroupProvider(
    @JsonPropertyDescription(
            "Name or ARN of the Auto Scaling group; recorded here, kubernetes.nodeSelector selects the nodes.")
        @Required
        @Size(min = 1)
        @Nullable String autoScalingGroupArn,
    @JsonPropertyDescription("How the number of nodes follows the tasks that wait for room.")
        @Nullable ManagedScaling managedScaling,
    @JsonPropertyDescription(
            "Whether nodes with tasks are protected from scale-in; needs managed scaling.")
        @SchemaFrom(type = ManagedTerminationProtection.class)
        @Nullable String managedTerminationProtection,
    @JsonPropertyDescription("Whether tasks are moved gracefully from a node before it ends.")
        @SchemaFrom(type = ManagedDraining.class)
        @Nullable String managedDraining) {}
