package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ServiceDeploymentCircuitBreaker}: failures of one deployment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceDeploymentCircuitBreaker(
    @JsonPropertyDescription("DISABLED, MONITORING, MONITORING_COMPLETE or TRIGGERED.")
        @Nullable String status,
    @JsonPropertyDescription("Tasks that failed.") @Nullable Integer failureCount,
    @JsonPropertyDescription("Failed tasks that give the deployment up.")
        @Nullable Integer threshold) {}
