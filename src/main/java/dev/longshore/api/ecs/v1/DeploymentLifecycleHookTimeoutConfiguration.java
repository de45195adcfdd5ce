package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentLifecycleHookTimeoutConfiguration}, {@code timeoutConfiguration}
 * of {@code DeploymentLifecycleHook}: how long a hook may take.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentLifecycleHookTimeoutConfiguration(
    @JsonPropertyDescription("Minutes until the action happens, 1 to 20160; default 1440.")
        @Min(1)
        @Max(20160)
        @Nullable Integer timeoutInMinutes,
    @JsonPropertyDescription("ROLLBACK (default) or CONTINUE.")
        @SchemaFrom(type = DeploymentLifecycleHookAction.class)
        @Nullable String action) {}
