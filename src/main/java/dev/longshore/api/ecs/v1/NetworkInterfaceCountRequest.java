package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code NetworkInterfaceCountRequest}, {@code networkInterfaceCount} of {@code
 * InstanceRequirementsRequest}: range of network interfaces.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkInterfaceCountRequest(
    @JsonPropertyDescription("Fewest network interfaces an instance may have.") @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription("Most network interfaces an instance may have.") @Min(0)
        @Nullable Integer max) {}
