package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code CapacityReservationRequest}, {@code capacityReservations} of {@code
 * InstanceLaunchTemplate}: which capacity reservations are used.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityReservationRequest(
    @JsonPropertyDescription("ARN of the resource group with the capacity reservations.")
        @Nullable String reservationGroupArn,
    @JsonPropertyDescription("Whether reservations are used only, first, or never.")
        @SchemaFrom(type = CapacityReservationPreference.class)
        @Nullable String reservationPreference) {}
