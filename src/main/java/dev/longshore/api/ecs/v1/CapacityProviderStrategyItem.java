package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CapacityProviderStrategyItem}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderStrategyItem(
    @Nullable String capacityProvider, @Nullable Integer weight, @Nullable Integer base) {}
