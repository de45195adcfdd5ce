package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TaskDefinitionPlacementConstraint}, {@code placementConstraints} of {@code
 * TaskDefinitionSpec}: rules a node must meet, at most 10; not on Fargate.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionPlacementConstraint(
    @JsonPropertyDescription("memberOf: the expression must hold for the node.")
        @SchemaFrom(type = TaskDefinitionPlacementConstraintType.class)
        @Nullable String type,
    @JsonPropertyDescription("Expression of the cluster query language, at most 2000 characters.")
        @Size(max = 2000)
        @Nullable String expression) {}
