package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code CreateManagedInstancesProviderConfiguration}, {@code
 * managedInstancesProvider} of {@code CapacityProviderSpec}: instances that ECS chooses and manages
 * itself.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CreateManagedInstancesProviderConfiguration(
    @JsonPropertyDescription("Role that ECS assumes to manage the instances; recorded only.")
        @Required
        @Nullable String infrastructureRoleArn,
    @JsonPropertyDescription("What the managed instances look like.") @Required
        @Nullable InstanceLaunchTemplate instanceLaunchTemplate,
    @JsonPropertyDescription(
            "Whether the capacity provider's tags go to its instances; default NONE.")
        @SchemaFrom(type = PropagateMITags.class)
        @Nullable String propagateTags,
    @JsonPropertyDescription("How empty instances are removed.")
        @Nullable InfrastructureOptimization infrastructureOptimization,
    @JsonPropertyDescription("Whether impaired instances are repaired.")
        @Nullable AutoRepairConfiguration autoRepairConfiguration) {}
