package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code NetworkBandwidthGbpsRequest}, {@code networkBandwidthGbps} of {@code
 * InstanceRequirementsRequest}: range of network bandwidth, in Gbit/s.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkBandwidthGbpsRequest(
    @JsonPropertyDescription("Least network bandwidth of an instance, in Gbit/s.") @Min(0)
        @Nullable Double min,
    @JsonPropertyDescription("Most network bandwidth of an instance, in Gbit/s.") @Min(0)
        @Nullable Double max) {}
