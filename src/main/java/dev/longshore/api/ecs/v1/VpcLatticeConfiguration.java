package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code VpcLatticeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VpcLatticeConfiguration(
    @Nullable String roleArn, @Nullable String targetGroupArn, @Nullable String portName) {}
