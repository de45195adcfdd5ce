package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code PlacementConstraint}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlacementConstraint(
    @SchemaFrom(type = PlacementConstraintType.class) @Nullable String type,
    @Nullable String expression) {}
