package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code SystemControl}, {@code systemControls} of {@code ContainerDefinition}:
 * kernel parameters; become sysctls of the whole pod.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SystemControl(
    @JsonPropertyDescription("Kernel parameter, such as net.core.somaxconn.")
        @Nullable String namespace,
    @JsonPropertyDescription("Value of the kernel parameter.") @Nullable String value) {}
