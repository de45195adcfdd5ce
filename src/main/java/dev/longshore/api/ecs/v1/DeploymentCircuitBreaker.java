package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentCircuitBreaker}, {@code deploymentCircuitBreaker} of {@code
 * DeploymentConfiguration}: gives up a deployment whose tasks keep failing.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentCircuitBreaker(
    @JsonPropertyDescription("Whether a deployment whose tasks keep failing is given up.") @Required
        @Nullable Boolean enable,
    @JsonPropertyDescription("Whether the last completed deployment is brought back then.")
        @Required
        @Nullable Boolean rollback,
    @JsonPropertyDescription(
            "Whether a healthy task sets the count of failures back to 0; default true.")
        @Nullable Boolean resetOnHealthyTask,
    @JsonPropertyDescription("How many failed tasks trip the breaker.")
        @Nullable ThresholdConfiguration thresholdConfiguration) {}
