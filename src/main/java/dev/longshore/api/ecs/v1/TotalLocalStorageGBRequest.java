package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TotalLocalStorageGBRequest}, {@code totalLocalStorageGB} of {@code
 * InstanceRequirementsRequest}: range of local disk space, in GB.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TotalLocalStorageGBRequest(
    @JsonPropertyDescription("Least local disk of an instance, in GB.") @Min(0)
        @Nullable Double min,
    @JsonPropertyDescription("Most local disk of an instance, in GB.") @Min(0)
        @Nullable Double max) {}
