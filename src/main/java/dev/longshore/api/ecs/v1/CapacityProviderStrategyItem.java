package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code CapacityProviderStrategyItem}, {@code defaultCapacityProviderStrategy} of
 * {@code ClusterSpec}: strategy of services that give neither launch type nor strategy.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderStrategyItem(
    @JsonPropertyDescription(
            "Name of the capacity provider; FARGATE and FARGATE_SPOT are built in.")
        @Required
        @Size(min = 1, max = 512)
        @Nullable String capacityProvider,
    @JsonPropertyDescription(
            "Share of the tasks after the base is met, 0 to 1000; default 0. One child Deployment each.")
        @Min(0)
        @Max(1000)
        @Nullable Integer weight,
    @JsonPropertyDescription(
            "Tasks placed on this provider before weights count, 0 to 100000; default 0.")
        @Min(0)
        @Max(100000)
        @Nullable Integer base) {}
