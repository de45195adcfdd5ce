package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code AcceleratorTotalMemoryMiBRequest}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcceleratorTotalMemoryMiBRequest(@Nullable Integer min, @Nullable Integer max) {}
