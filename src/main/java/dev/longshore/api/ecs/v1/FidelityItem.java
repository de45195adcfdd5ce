package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One field that does not behave exactly as in ECS, and in what way. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FidelityItem(
    @JsonPropertyDescription("Path of the field in the spec.") @Nullable String path,
    @JsonProperty("class")
        @JsonPropertyDescription("equivalent, approximated, ignored, rejected or notImplemented.")
        @Nullable String classification,
    @JsonPropertyDescription("What is different, or what to use instead.") @Nullable String note) {}
