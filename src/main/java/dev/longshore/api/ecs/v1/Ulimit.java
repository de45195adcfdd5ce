package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Ulimit}, {@code ulimits} of {@code ContainerDefinition}: process limits;
 * Kubernetes has no field for them.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ulimit(
    @JsonPropertyDescription("Limit to set, such as nofile.")
        @Required
        @SchemaFrom(type = UlimitName.class)
        @Nullable String name,
    @JsonPropertyDescription("Soft limit; -1 means none.") @Required @Nullable Integer softLimit,
    @JsonPropertyDescription("Hard limit; -1 means none.") @Required @Nullable Integer hardLimit) {}
