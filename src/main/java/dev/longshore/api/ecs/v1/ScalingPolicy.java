package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Application Auto Scaling's PutScalingPolicy, without the members that only name the service. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalingPolicy(
    @JsonPropertyDescription("Name of the policy.") @Required @Size(min = 1, max = 256)
        @Nullable String policyName,
    @JsonPropertyDescription("TargetTrackingScaling; other types cannot be done here yet.")
        @SchemaFrom(type = PolicyType.class)
        @Nullable String policyType,
    @JsonPropertyDescription("Metric and the value to keep it at.") @Required
        @Nullable TargetTrackingScalingPolicyConfiguration
            targetTrackingScalingPolicyConfiguration) {}
