package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceVolumeConfiguration(
    @Nullable String name, @Nullable ServiceManagedEBSVolumeConfiguration managedEBSVolume) {}
