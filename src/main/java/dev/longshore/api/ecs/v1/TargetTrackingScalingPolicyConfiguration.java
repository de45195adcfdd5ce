package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TargetTrackingScalingPolicyConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TargetTrackingScalingPolicyConfiguration(
    @Nullable Double targetValue,
    @Nullable PredefinedMetricSpecification predefinedMetricSpecification,
    @Nullable Integer scaleOutCooldown,
    @Nullable Integer scaleInCooldown,
    @Nullable Boolean disableScaleIn) {}
