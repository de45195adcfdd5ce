package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AcceleratorTotalMemoryMiBRequest}, {@code acceleratorTotalMemoryMiB} of
 * {@code InstanceRequirementsRequest}: range of accelerator memory, in MiB.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcceleratorTotalMemoryMiBRequest(
    @JsonPropertyDescription("Least accelerator memory of an instance, in MiB.") @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription("Most accelerator memory of an instance, in MiB.") @Min(0)
        @Nullable Integer max) {}
