package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DeploymentCircuitBreaker}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentCircuitBreaker(
    @Nullable Boolean enable,
    @Nullable Boolean rollback,
    @Nullable Boolean resetOnHealthyTask,
    @Nullable ThresholdConfiguration thresholdConfiguration) {}
