package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code MemoryMiBRequest}, {@code memoryMiB} of {@code InstanceRequirementsRequest}:
 * range of memory an instance must be in, in MiB.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MemoryMiBRequest(
    @JsonPropertyDescription("Least memory of an instance, in MiB.") @Required @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription("Most memory of an instance, in MiB; absent means no upper bound.")
        @Min(0)
        @Nullable Integer max) {}
