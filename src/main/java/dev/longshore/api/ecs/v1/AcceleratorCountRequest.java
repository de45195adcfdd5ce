package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AcceleratorCountRequest}, {@code acceleratorCount} of {@code
 * InstanceRequirementsRequest}: range of the number of accelerators.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcceleratorCountRequest(
    @JsonPropertyDescription("Fewest accelerators an instance may have.") @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription(
            "Most accelerators an instance may have; 0 excludes instances with accelerators.")
        @Min(0)
        @Nullable Integer max) {}
