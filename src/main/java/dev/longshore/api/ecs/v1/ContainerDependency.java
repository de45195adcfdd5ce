package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ContainerDependency}, {@code dependsOn} of {@code ContainerDefinition}:
 * containers that must reach a condition before this one starts; reverse order at the stop.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerDependency(
    @JsonPropertyDescription("Name of the container to wait for.") @Required @Size(min = 1)
        @Nullable String containerName,
    @JsonPropertyDescription(
            "START, COMPLETE (any exit code), SUCCESS (exit code 0) or HEALTHY (needs a healthCheck).")
        @Required
        @SchemaFrom(type = ContainerCondition.class)
        @Nullable String condition) {}
