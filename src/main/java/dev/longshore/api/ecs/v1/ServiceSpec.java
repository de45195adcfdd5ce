package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of CreateService, followed by the members that only responses carry. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.launchType) || !has(self.capacityProviderStrategy) ||"
            + " self.capacityProviderStrategy.size() == 0",
    message = "Specify either Launch Type or Capacity Provider Strategy, but not both.")
@ValidationRule(
    value =
        "has(self.taskDefinition) || (has(self.deploymentController) &&"
            + " self.deploymentController.type == 'EXTERNAL')",
    message = "taskDefinition is required unless the deployment controller is EXTERNAL.",
    fieldPath = ".taskDefinition")
@ValidationRule(
    value =
        "self.schedulingStrategy != 'DAEMON' || !has(self.deploymentConfiguration) ||"
            + " !has(self.deploymentConfiguration.maximumPercent) ||"
            + " self.deploymentConfiguration.maximumPercent == 100",
    message = "maximumPercent must be 100 for services with the DAEMON scheduling strategy.",
    fieldPath = ".deploymentConfiguration.maximumPercent")
@ValidationRule(
    value =
        "self.schedulingStrategy != 'DAEMON' || !has(self.placementStrategy) ||"
            + " self.placementStrategy.size() == 0",
    message =
        "The daemon scheduling strategy does not support placement strategies. Remove the placement"
            + " strategy and try again.",
    fieldPath = ".placementStrategy")
public record ServiceSpec(
    @JsonPropertyDescription(
            "Cluster of the service: empty, default, or the name or ARN of this namespace's"
                + " cluster. Fixed.")
        @Nullable String cluster,
    @JsonPropertyDescription(
            "Name in ECS, 1 to 255 letters, digits, _ and -; default is metadata.name. Fixed once"
                + " created.")
        @Pattern("^[A-Za-z0-9_-]{0,255}$")
        @Size(max = 255)
        @Nullable String serviceName,
    @JsonPropertyDescription(
            "Task definition to run: family (follows the newest revision), family:revision or ARN.")
        @Size(min = 1)
        @Nullable String taskDefinition,
    @JsonPropertyDescription("Whether tasks are moved to balance availability zones.")
        @SchemaFrom(type = AvailabilityZoneRebalancing.class)
        @Nullable String availabilityZoneRebalancing,
    @JsonPropertyDescription("Target groups that get the tasks, at most 5.") @Size(max = 5)
        List<LoadBalancer> loadBalancers,
    @JsonPropertyDescription("Service discovery registry, at most 1.") @Size(max = 1)
        List<ServiceRegistry> serviceRegistries,
    @JsonPropertyDescription(
            "Tasks to keep running, 0 or more; default 1. kubectl scale and autoscaling set it.")
        @SpecReplicas
        @Default("1")
        @Min(0)
        @Nullable Integer desiredCount,
    @JsonPropertyDescription("One-shot request member: accepted and ignored.")
        @Nullable String clientToken,
    @JsonPropertyDescription("EC2, FARGATE or EXTERNAL; excludes capacityProviderStrategy.")
        @SchemaFrom(type = LaunchType.class)
        @Nullable String launchType,
    @JsonPropertyDescription(
            "How tasks are split over capacity providers, at most 20; default is the cluster's"
                + " strategy.")
        @Size(max = 20)
        @ValidationRule(
            value = "self.filter(item, has(item.base) && item.base > 0).size() <= 1",
            message = "Only one capacity provider in a strategy can have a base defined.")
        @ValidationRule(
            value = "self.size() < 2 || self.exists(item, has(item.weight) && item.weight > 0)",
            message =
                "At least one of the capacity providers must have a weight value greater than"
                    + " zero.")
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @JsonPropertyDescription(
            "Fargate platform version; there is none here, so it is recorded only.")
        @Nullable String platformVersion,
    @JsonPropertyDescription("Role for a classic load balancer; recorded only.")
        @Nullable String role,
    @JsonPropertyDescription("How new revisions replace old ones.")
        @Nullable DeploymentConfiguration deploymentConfiguration,
    @JsonPropertyDescription("Rules a node must meet, at most 10.") @Size(max = 10)
        List<PlacementConstraint> placementConstraints,
    @JsonPropertyDescription("How tasks spread over nodes, at most 5 in order.") @Size(max = 5)
        List<PlacementStrategy> placementStrategy,
    @JsonPropertyDescription("Security groups become labels of the pods; subnets have no effect.")
        @Nullable NetworkConfiguration networkConfiguration,
    @JsonPropertyDescription(
            "Seconds after a task starts in which failed checks do not replace it; default 0.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer healthCheckGracePeriodSeconds,
    @JsonPropertyDescription(
            "REPLICA (default) keeps desiredCount tasks, DAEMON one task per node. Fixed once"
                + " created.")
        @Default("REPLICA")
        @SchemaFrom(type = SchedulingStrategy.class)
        @Nullable String schedulingStrategy,
    @JsonPropertyDescription("Who makes deployments; only ECS is possible here.")
        @Nullable DeploymentController deploymentController,
    @JsonPropertyDescription("Up to 50 tags.") @Size(max = 50) List<Tag> tags,
    @JsonPropertyDescription("Whether tasks get tags with cluster and service.")
        @Nullable Boolean enableECSManagedTags,
    @JsonPropertyDescription(
            "Whether tasks get the tags of the TASK_DEFINITION, the SERVICE or NONE (default).")
        @SchemaFrom(type = PropagateTags.class)
        @Nullable String propagateTags,
    @JsonPropertyDescription(
            "Whether ECS Exec is allowed; Kubernetes decides that by RBAC, so it is recorded.")
        @Nullable Boolean enableExecuteCommand,
    @JsonPropertyDescription("Names under which services reach each other.")
        @Nullable ServiceConnectConfiguration serviceConnectConfiguration,
    @JsonPropertyDescription("Details of volumes that are configuredAtLaunch; REPLICA only.")
        @Size(max = 1)
        List<ServiceVolumeConfiguration> volumeConfigurations,
    @JsonPropertyDescription("VPC Lattice target groups.")
        List<VpcLatticeConfiguration> vpcLatticeConfigurations,
    @JsonPropertyDescription("Resolution of the service's metrics.")
        @Nullable MonitoringConfiguration monitoring,
    @JsonPropertyDescription(
            "One-shot request member: accepted and ignored; use kubernetes.redeployNonce.")
        @Nullable Boolean forceNewDeployment,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String serviceArn,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String clusterArn,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String status,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer runningCount,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer pendingCount,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String platformFamily,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object taskSets,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object deployments,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String roleArn,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object events,
    @JsonPropertyDescription("Response member, number or text: accepted and ignored.")
        @PreserveUnknownFields
        @Nullable Object createdAt,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String currentServiceDeployment,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object currentServiceRevisions,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String createdBy,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String resourceManagementType,
    @JsonPropertyDescription("What ECS has no word for; not part of the ECS API.")
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
