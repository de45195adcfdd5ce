package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceSpec}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceSpec(
    @Nullable String cluster,
    @Nullable String serviceName,
    @Nullable String taskDefinition,
    @SchemaFrom(type = AvailabilityZoneRebalancing.class)
        @Nullable String availabilityZoneRebalancing,
    List<LoadBalancer> loadBalancers,
    List<ServiceRegistry> serviceRegistries,
    @SpecReplicas @Nullable Integer desiredCount,
    @Nullable String clientToken,
    @SchemaFrom(type = LaunchType.class) @Nullable String launchType,
    List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @Nullable String platformVersion,
    @Nullable String role,
    @Nullable DeploymentConfiguration deploymentConfiguration,
    List<PlacementConstraint> placementConstraints,
    List<PlacementStrategy> placementStrategy,
    @Nullable NetworkConfiguration networkConfiguration,
    @Nullable Integer healthCheckGracePeriodSeconds,
    @SchemaFrom(type = SchedulingStrategy.class) @Nullable String schedulingStrategy,
    @Nullable DeploymentController deploymentController,
    List<Tag> tags,
    @Nullable Boolean enableECSManagedTags,
    @SchemaFrom(type = PropagateTags.class) @Nullable String propagateTags,
    @Nullable Boolean enableExecuteCommand,
    @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
    List<ServiceVolumeConfiguration> volumeConfigurations,
    List<VpcLatticeConfiguration> vpcLatticeConfigurations,
    @Nullable MonitoringConfiguration monitoring,
    @Nullable Boolean forceNewDeployment,
    @Nullable String serviceArn,
    @Nullable String clusterArn,
    @Nullable String status,
    @Nullable Integer runningCount,
    @Nullable Integer pendingCount,
    @Nullable String platformFamily,
    @PreserveUnknownFields @Nullable Object taskSets,
    @PreserveUnknownFields @Nullable Object deployments,
    @Nullable String roleArn,
    @PreserveUnknownFields @Nullable Object events,
    @PreserveUnknownFields @Nullable Object createdAt,
    @Nullable String currentServiceDeployment,
    @PreserveUnknownFields @Nullable Object currentServiceRevisions,
    @Nullable String createdBy,
    @Nullable String resourceManagementType,
    @Nullable ServiceKubernetes kubernetes) {

  public ServiceSpec {
    loadBalancers = Copies.of(loadBalancers);
    serviceRegistries = Copies.of(serviceRegistries);
    capacityProviderStrategy = Copies.of(capacityProviderStrategy);
    placementConstraints = Copies.of(placementConstraints);
    placementStrategy = Copies.of(placementStrategy);
    tags = Copies.of(tags);
    volumeConfigurations = Copies.of(volumeConfigurations);
    vpcLatticeConfigurations = Copies.of(vpcLatticeConfigurations);
  }
}
