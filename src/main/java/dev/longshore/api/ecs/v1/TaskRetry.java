package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Which task another one tries again; the operator writes it when it makes that one. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskRetry(
    @JsonPropertyDescription("Name of the first task.") @Nullable String name,
    @JsonPropertyDescription("Its uid.") @Nullable String uid,
    @JsonPropertyDescription("Number of this attempt; the first task is attempt 1.")
        @Min(2)
        @Max(11)
        @Nullable Integer attempt) {}
