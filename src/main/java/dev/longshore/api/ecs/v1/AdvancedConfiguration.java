package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code AdvancedConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdvancedConfiguration(
    @Nullable String alternateTargetGroupArn,
    @Nullable String productionListenerRule,
    @Nullable String testListenerRule,
    @Nullable String roleArn) {}
