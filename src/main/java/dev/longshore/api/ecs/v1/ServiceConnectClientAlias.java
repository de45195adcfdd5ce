package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceConnectClientAlias}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectClientAlias(
    @Nullable Integer port,
    @Nullable String dnsName,
    @Nullable ServiceConnectTestTrafficRules testTrafficRules) {}
