package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ClusterSpec}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterSpec(
    @Nullable String clusterName,
    List<Tag> tags,
    List<ClusterSetting> settings,
    @Nullable ClusterConfiguration configuration,
    List<String> capacityProviders,
    List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
    @Nullable ClusterServiceConnectDefaultsRequest serviceConnectDefaults,
    @Nullable String clusterArn,
    @Nullable String status,
    @Nullable Integer registeredContainerInstancesCount,
    @Nullable Integer runningTasksCount,
    @Nullable Integer pendingTasksCount,
    @Nullable Integer activeServicesCount,
    @PreserveUnknownFields @Nullable Object statistics,
    @PreserveUnknownFields @Nullable Object attachments,
    @Nullable String attachmentsStatus,
    @Nullable ClusterKubernetes kubernetes) {

  public ClusterSpec {
    tags = Copies.of(tags);
    settings = Copies.of(settings);
    capacityProviders = Copies.of(capacityProviders);
    defaultCapacityProviderStrategy = Copies.of(defaultCapacityProviderStrategy);
  }
}
