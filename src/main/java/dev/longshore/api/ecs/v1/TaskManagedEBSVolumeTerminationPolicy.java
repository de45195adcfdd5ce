package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TaskManagedEBSVolumeTerminationPolicy}, {@code terminationPolicy} of {@code
 * TaskManagedEBSVolumeConfiguration}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskManagedEBSVolumeTerminationPolicy(
    @JsonPropertyDescription("Whether the volume is deleted when the task stops; default true.")
        @Required
        @Nullable Boolean deleteOnTermination) {}
