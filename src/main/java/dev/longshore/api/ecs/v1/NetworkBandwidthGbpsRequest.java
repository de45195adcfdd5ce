package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code NetworkBandwidthGbpsRequest}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkBandwidthGbpsRequest(@Nullable Double min, @Nullable Double max) {}
