package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code LoadBalancer}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LoadBalancer(
    @Nullable String targetGroupArn,
    @Nullable String loadBalancerName,
    @Nullable String containerName,
    @Nullable Integer containerPort,
    @Nullable AdvancedConfiguration advancedConfiguration) {}
