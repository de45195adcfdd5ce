package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code AutoScalingGroupProvider}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AutoScalingGroupProvider(
    @Nullable String autoScalingGroupArn,
    @Nullable ManagedScaling managedScaling,
    @SchemaFrom(type = ManagedTerminationProtection.class)
        @Nullable String managedTerminationProtection,
    @SchemaFrom(type = ManagedDraining.class) @Nullable String managedDraining) {}
