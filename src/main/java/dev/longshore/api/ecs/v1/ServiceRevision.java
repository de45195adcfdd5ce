package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ServiceRevision}: what one deployment of a service brings or brought. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceRevision(
    @JsonPropertyDescription("ARN of the service revision.") @Nullable String serviceRevisionArn,
    @JsonPropertyDescription("Task definition of its tasks.") @Nullable String taskDefinition,
    @JsonPropertyDescription("Launch type of its tasks, where no strategy places them.")
        @Nullable String launchType,
    @JsonPropertyDescription("Strategy of its tasks.")
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @JsonPropertyDescription("Platform version that was asked for; recorded only.")
        @Nullable String platformVersion,
    @JsonPropertyDescription("Subnets and security groups of its tasks.")
        @Nullable NetworkConfiguration networkConfiguration,
    @JsonPropertyDescription("Images that its first running task had, with their digests.")
        List<ContainerImage> containerImages,
    @JsonPropertyDescription("When its deployment began.") @Nullable String createdAt) {
  public ServiceRevision {
    capacityProviderStrategy = Copies.of(capacityProviderStrategy);
    containerImages = Copies.of(containerImages);
  }
}
