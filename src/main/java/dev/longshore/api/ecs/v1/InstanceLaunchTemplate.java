package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code InstanceLaunchTemplate}, {@code instanceLaunchTemplate} of {@code
 * CreateManagedInstancesProviderConfiguration}: what the managed instances look like.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstanceLaunchTemplate(
    @JsonPropertyDescription("Instance profile of the nodes.") @Required
        @Nullable String ec2InstanceProfileArn,
    @JsonPropertyDescription("Subnets and security groups of the nodes.") @Required
        @Nullable ManagedInstancesNetworkConfiguration networkConfiguration,
    @JsonPropertyDescription("Size of the nodes' data volume.")
        @Nullable ManagedInstancesStorageConfiguration storageConfiguration,
    @JsonPropertyDescription("Whether local disks hold the task data.")
        @Nullable ManagedInstancesLocalStorageConfiguration localStorageConfiguration,
    @JsonPropertyDescription("Detail of the nodes' metrics: BASIC or DETAILED.")
        @SchemaFrom(type = ManagedInstancesMonitoringOptions.class)
        @Nullable String monitoring,
    @JsonPropertyDescription("How the nodes are bought: ON_DEMAND (default), SPOT or RESERVED.")
        @SchemaFrom(type = CapacityOptionType.class)
        @Nullable String capacityOptionType,
    @JsonPropertyDescription("Whether tags can be read from the instance metadata.")
        @Nullable Boolean instanceMetadataTagsPropagation,
    @JsonPropertyDescription("What an instance type must offer to be chosen.")
        @Nullable InstanceRequirementsRequest instanceRequirements,
    @JsonPropertyDescription("Whether the nodes run FIPS-validated cryptography.")
        @Nullable Boolean fipsEnabled,
    @JsonPropertyDescription("Which capacity reservations are used.")
        @Nullable CapacityReservationRequest capacityReservations) {}
