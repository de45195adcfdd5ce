package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectTestTrafficHeaderMatchRules}, {@code value} of {@code
 * ServiceConnectTestTrafficHeaderRules}: how the value is compared.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTestTrafficHeaderMatchRules(
    @JsonPropertyDescription("Value the header must have.") @Required @Nullable String exact) {}
