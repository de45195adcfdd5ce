package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * Application Auto Scaling's shape of that name: a metric and the value to keep it at; cooldowns in
 * seconds.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TargetTrackingScalingPolicyConfiguration(
    @JsonPropertyDescription("Value to keep the metric at; percent for CPU and memory.")
        @Required
        @Min(value = 0, inclusive = false)
        @Nullable Double targetValue,
    @JsonPropertyDescription("Metric that is tracked.") @Required
        @Nullable PredefinedMetricSpecification predefinedMetricSpecification,
    @JsonPropertyDescription("Seconds between scale-outs; default 300.") @Min(0) @Max(3600)
        @Nullable Integer scaleOutCooldown,
    @JsonPropertyDescription("Seconds between scale-ins; default 300.") @Min(0) @Max(3600)
        @Nullable Integer scaleInCooldown,
    @JsonPropertyDescription("Whether the policy only adds tasks; default false.")
        @Nullable Boolean disableScaleIn) {}
