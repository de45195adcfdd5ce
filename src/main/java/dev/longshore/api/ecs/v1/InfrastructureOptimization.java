package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code InfrastructureOptimization}, {@code infrastructureOptimization} of {@code
 * CreateManagedInstancesProviderConfiguration}: how empty instances are removed.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InfrastructureOptimization(
    @JsonPropertyDescription("Seconds an instance may stay idle, 0 to 3600; -1 turns removal off.")
        @Min(-1)
        @Max(3600)
        @Nullable Integer scaleInAfter) {}
