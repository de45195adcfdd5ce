package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code InstanceLaunchTemplate}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstanceLaunchTemplate(
    @Nullable String ec2InstanceProfileArn,
    @Nullable ManagedInstancesNetworkConfiguration networkConfiguration,
    @Nullable ManagedInstancesStorageConfiguration storageConfiguration,
    @Nullable ManagedInstancesLocalStorageConfiguration localStorageConfiguration,
    @SchemaFrom(type = ManagedInstancesMonitoringOptions.class) @Nullable String monitoring,
    @SchemaFrom(type = CapacityOptionType.class) @Nullable String capacityOptionType,
    @Nullable Boolean instanceMetadataTagsPropagation,
    @Nullable InstanceRequirementsRequest instanceRequirements,
    @Nullable Boolean fipsEnabled,
    @Nullable CapacityReservationRequest capacityReservations) {}
