package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code MemoryGiBPerVCpuRequest}, {@code memoryGiBPerVCpu} of {@code
 * InstanceRequirementsRequest}: range of memory for each vCPU, in GiB.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MemoryGiBPerVCpuRequest(
    @JsonPropertyDescription("Least memory for each vCPU, in GiB.") @Min(0) @Nullable Double min,
    @JsonPropertyDescription("Most memory for each vCPU, in GiB.") @Min(0) @Nullable Double max) {}
