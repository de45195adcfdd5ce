package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of CreateCluster, followed by the members that only responses carry. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterSpec(
    @JsonPropertyDescription(
            "Name in ECS, 1 to 255 letters, digits, _ and -; default is metadata.name. Fixed once created.")
        @Pattern("^[A-Za-z0-9_-]{0,255}$")
        @Size(max = 255)
        @Nullable String clusterName,
    @JsonPropertyDescription("Up to 50 tags.") @Size(max = 50) List<Tag> tags,
    @JsonPropertyDescription("Cluster settings such as containerInsights.")
        List<ClusterSetting> settings,
    @JsonPropertyDescription("Exec and storage settings of the cluster.")
        @Nullable ClusterConfiguration configuration,
    @JsonPropertyDescription(
            "Capacity providers that services of this cluster may use; replaced as a whole. At most 20.")
        @Size(max = 20)
        List<String> capacityProviders,
    @JsonPropertyDescription("Strategy of services that give neither launch type nor strategy.")
        @Size(max = 20)
        @ValidationRule(
            value = "self.filter(item, has(item.base) && item.base > 0).size() <= 1",
            message = "Only one capacity provider in a strategy can have a base defined.")
        @ValidationRule(
            value = "self.size() < 2 || self.exists(item, has(item.weight) && item.weight > 0)",
            message =
                "At least one of the capacity providers must have a weight value greater than zero.")
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
    @JsonPropertyDescription("Service Connect defaults of this cluster.")
        @Nullable ClusterServiceConnectDefaultsRequest serviceConnectDefaults,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String clusterArn,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String status,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer registeredContainerInstancesCount,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer runningTasksCount,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer pendingTasksCount,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable Integer activeServicesCount,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object statistics,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object attachments,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String attachmentsStatus,
    @JsonPropertyDescription(
            "What AWS names mean in this namespace, and pod policy; not part of the ECS API.")
        @Nullable ClusterKubernetes kubernetes) {

  public ClusterSpec {
    tags = Copies.of(tags);
    settings = Copies.of(settings);
    capacityProviders = Copies.of(capacityProviders);
    defaultCapacityProviderStrategy = Copies.of(defaultCapacityProviderStrategy);
  }
}
