package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code VpcLatticeConfiguration}, {@code vpcLatticeConfigurations} of {@code
 * ServiceSpec}: VPC Lattice target groups.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VpcLatticeConfiguration(
    @JsonPropertyDescription("Role for VPC Lattice.") @Required @Nullable String roleArn,
    @JsonPropertyDescription("VPC Lattice target group.") @Required @Nullable String targetGroupArn,
    @JsonPropertyDescription("Name of a port mapping in the task definition.") @Required
        @Nullable String portName) {}
