package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectTestTrafficHeaderRules}, {@code header} of {@code
 * ServiceConnectTestTrafficRules}: header that marks test traffic.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTestTrafficHeaderRules(
    @JsonPropertyDescription("Name of the header.") @Required @Nullable String name,
    @JsonPropertyDescription("How the value is compared.")
        @Nullable ServiceConnectTestTrafficHeaderMatchRules value) {}
