package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ContainerDependency}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerDependency(
    @Nullable String containerName,
    @SchemaFrom(type = ContainerCondition.class) @Nullable String condition) {}
