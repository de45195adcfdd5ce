package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code VCpuCountRangeRequest}, {@code vCpuCount} of {@code
 * InstanceRequirementsRequest}: range of vCPUs an instance must be in.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VCpuCountRangeRequest(
    @JsonPropertyDescription("Fewest vCPUs an instance may have.") @Required @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription("Most vCPUs an instance may have; absent means no upper bound.")
        @Min(0)
        @Nullable Integer max) {}
