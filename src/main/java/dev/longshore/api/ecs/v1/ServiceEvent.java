package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ServiceEvent}: one line of the service's event list. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceEvent(
    @JsonPropertyDescription("Identifier of the event.") @Nullable String id,
    @JsonPropertyDescription("When the event happened.") @Nullable String createdAt,
    @JsonPropertyDescription("What happened, in ECS's words.") @Nullable String message) {}
