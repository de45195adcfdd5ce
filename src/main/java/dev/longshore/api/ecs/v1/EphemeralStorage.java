package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code EphemeralStorage}, {@code ephemeralStorage} of {@code TaskDefinitionSpec}:
 * scratch space of the task; Fargate only.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EphemeralStorage(
    @JsonPropertyDescription(
            "Scratch space of the task in GiB, 21 to 200; 20 when absent. Fargate only.")
        @Required
        @Min(21)
        @Max(200)
        @Nullable Integer sizeInGiB) {}
