package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code LoadBalancer}, {@code loadBalancers} of {@code ServiceSpec}: target groups
 * that get the tasks, at most 5.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LoadBalancer(
    @JsonPropertyDescription("Target group that gets the tasks as targets.")
        @Nullable String targetGroupArn,
    @JsonPropertyDescription("Classic load balancer; not with awsvpc.")
        @Nullable String loadBalancerName,
    @JsonPropertyDescription("Container that receives the traffic.") @Nullable String containerName,
    @JsonPropertyDescription("Port of that container; must be in its portMappings.")
        @Min(0)
        @Max(65535)
        @Nullable Integer containerPort,
    @JsonPropertyDescription("Second target group and rules for traffic shifting.")
        @Nullable AdvancedConfiguration advancedConfiguration) {}
