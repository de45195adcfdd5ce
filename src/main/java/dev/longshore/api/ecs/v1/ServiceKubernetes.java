package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceKubernetes}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceKubernetes(
    @Nullable String redeployNonce,
    @Nullable AutoScaling autoScaling,
    @Nullable Integer drainSeconds,
    @Nullable Integer minReadySeconds) {}
