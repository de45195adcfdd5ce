package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code BaselineEbsBandwidthMbpsRequest}, {@code baselineEbsBandwidthMbps} of {@code
 * InstanceRequirementsRequest}: range of baseline bandwidth to block storage, in Mbit/s.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BaselineEbsBandwidthMbpsRequest(
    @JsonPropertyDescription("Least baseline bandwidth to block storage, in Mbit/s.") @Min(0)
        @Nullable Integer min,
    @JsonPropertyDescription("Most baseline bandwidth to block storage, in Mbit/s.") @Min(0)
        @Nullable Integer max) {}
