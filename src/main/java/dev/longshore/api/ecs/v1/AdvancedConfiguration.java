package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AdvancedConfiguration}, {@code advancedConfiguration} of {@code
 * LoadBalancer}: second target group and rules for traffic shifting.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdvancedConfiguration(
    @JsonPropertyDescription("Second target group, for the new revision while traffic shifts.")
        @Nullable String alternateTargetGroupArn,
    @JsonPropertyDescription("Listener rule of the production traffic.")
        @Nullable String productionListenerRule,
    @JsonPropertyDescription("Listener rule of the test traffic.")
        @Nullable String testListenerRule,
    @JsonPropertyDescription("Role that ECS would use on the load balancer.")
        @Nullable String roleArn) {}
