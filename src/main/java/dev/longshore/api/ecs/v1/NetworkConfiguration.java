package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code NetworkConfiguration}, {@code networkConfiguration} of {@code ServiceSpec}:
 * subnets and security groups. ECS demands it with network mode awsvpc; here it may be left out.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkConfiguration(
    @JsonPropertyDescription("Subnets and security groups of tasks with network mode awsvpc.")
        @Nullable AwsVpcConfiguration awsvpcConfiguration) {}
