package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code FidelityItem}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FidelityItem(
    @Nullable String path,
    @JsonProperty("class") @Nullable String classification,
    @Nullable String note) {}
