package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ScalingPolicy}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalingPolicy(
    @Nullable String policyName,
    @SchemaFrom(type = PolicyType.class) @Nullable String policyType,
    @Nullable TargetTrackingScalingPolicyConfiguration targetTrackingScalingPolicyConfiguration) {}
