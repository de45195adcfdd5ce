package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code KeyValuePair}, {@code environment} of {@code ContainerDefinition}:
 * environment variables, literally: $(NAME) is not expanded.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyValuePair(
    @JsonPropertyDescription("Name of the pair; of the variable in environment.")
        @Nullable String name,
    @JsonPropertyDescription("Value of the pair, taken literally.") @Nullable String value) {}
