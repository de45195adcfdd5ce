package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Secret}, {@code secrets} of {@code ContainerDefinition}: environment
 * variables from secrets, read once at start; become secretKeyRef.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Secret(
    @JsonPropertyDescription("Name of the environment variable or option.") @Required @Size(min = 1)
        @Nullable String name,
    @JsonPropertyDescription(
            "ARN of a secret (with :json-key:stage:version) or parameter; cluster bindings resolve it.")
        @Required
        @Size(min = 1)
        @Nullable String valueFrom) {}
