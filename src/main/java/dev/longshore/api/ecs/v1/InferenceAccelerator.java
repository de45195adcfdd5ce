package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code InferenceAccelerator}, {@code inferenceAccelerators} of {@code
 * TaskDefinitionSpec}: elastic Inference accelerators, which AWS no longer offers.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InferenceAccelerator(
    @JsonPropertyDescription("Name that resourceRequirements refer to.") @Required
        @Nullable String deviceName,
    @JsonPropertyDescription("Type of the accelerator.") @Required @Nullable String deviceType) {}
