package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A status condition that stands for an alarm. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AlarmCondition(
    @JsonPropertyDescription("API version of the object.") @Required @Size(min = 1, max = 317)
        @Nullable String apiVersion,
    @JsonPropertyDescription("Kind of the object.") @Required @Size(min = 1, max = 63)
        @Nullable String kind,
    @JsonPropertyDescription("Name of the object in this namespace.")
        @Required
        @Size(min = 1, max = 253)
        @Nullable String name,
    @JsonPropertyDescription("Type of the condition.") @Required @Size(min = 1, max = 316)
        @Nullable String type,
    @JsonPropertyDescription("Status of the condition that means ALARM; default True.")
        @Size(max = 16)
        @Nullable String status) {}
