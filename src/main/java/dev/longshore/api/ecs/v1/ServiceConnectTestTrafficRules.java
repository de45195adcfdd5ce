package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectTestTrafficRules}, {@code testTrafficRules} of {@code
 * ServiceConnectClientAlias}: which requests count as test traffic while traffic shifts.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTestTrafficRules(
    @JsonPropertyDescription("Header that marks test traffic.")
        @Nullable ServiceConnectTestTrafficHeaderRules header) {}
