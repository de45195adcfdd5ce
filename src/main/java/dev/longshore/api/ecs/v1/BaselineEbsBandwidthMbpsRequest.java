package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code BaselineEbsBandwidthMbpsRequest}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BaselineEbsBandwidthMbpsRequest(@Nullable Integer min, @Nullable Integer max) {}
