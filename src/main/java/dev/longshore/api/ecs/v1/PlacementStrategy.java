package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code PlacementStrategy}, {@code placementStrategy} of {@code ServiceSpec}: how
 * tasks spread over nodes, at most 5 in order.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlacementStrategy(
    @JsonPropertyDescription("random, spread or binpack; best effort.")
        @SchemaFrom(type = PlacementStrategyType.class)
        @Nullable String type,
    @JsonPropertyDescription("spread: instanceId, host or attribute:NAME. binpack: cpu or memory.")
        @Nullable String field) {}
