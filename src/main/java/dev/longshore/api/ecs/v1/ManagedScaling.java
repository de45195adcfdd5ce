package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ManagedScaling}, {@code managedScaling} of {@code AutoScalingGroupProvider}:
 * how the number of nodes follows the tasks that wait for room.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedScaling(
    @JsonPropertyDescription("ENABLED lets the capacity provider grow and shrink its nodes.")
        @SchemaFrom(type = ManagedScalingStatus.class)
        @Nullable String status,
    @JsonPropertyDescription("Wanted use of the nodes in percent, 1 to 100; default 100.")
        @Min(1)
        @Max(100)
        @Nullable Integer targetCapacity,
    @JsonPropertyDescription("Fewest nodes added at once, 1 to 10000; default 1.")
        @Min(1)
        @Max(10000)
        @Nullable Integer minimumScalingStepSize,
    @JsonPropertyDescription("Most nodes added at once, 1 to 10000; default 10000.")
        @Min(1)
        @Max(10000)
        @Nullable Integer maximumScalingStepSize,
    @JsonPropertyDescription(
            "Seconds after a new node before the next scale-out, 0 to 10000; default 300.")
        @Min(0)
        @Max(10000)
        @Nullable Integer instanceWarmupPeriod) {}
