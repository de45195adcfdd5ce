package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ManagedScaling}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedScaling(
    @SchemaFrom(type = ManagedScalingStatus.class) @Nullable String status,
    @Nullable Integer targetCapacity,
    @Nullable Integer minimumScalingStepSize,
    @Nullable Integer maximumScalingStepSize,
    @Nullable Integer instanceWarmupPeriod) {}
