package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TaskVolumeConfiguration}, {@code volumeConfigurations} of {@code TaskSpec}:
 * details of a volume that is configuredAtLaunch.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskVolumeConfiguration(
    @JsonPropertyDescription("Name of the volume that is configuredAtLaunch.")
        @Required
        @Size(min = 1, max = 255)
        @Nullable String name,
    @JsonPropertyDescription("Block volume made for the task.")
        @Nullable TaskManagedEBSVolumeConfiguration managedEBSVolume) {}
