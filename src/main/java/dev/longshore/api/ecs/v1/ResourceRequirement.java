package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ResourceRequirement}, {@code resourceRequirements} of {@code
 * ContainerDefinition}: GPUs and other accelerators; become extended resources.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ResourceRequirement(
    @JsonPropertyDescription("Amount: the number of GPUs, or the name of the accelerator.")
        @Required
        @Size(min = 1)
        @Nullable String value,
    @JsonPropertyDescription(
            "GPU, NeuronDevice or InferenceAccelerator (which AWS no longer offers).")
        @Required
        @SchemaFrom(type = ResourceType.class)
        @Nullable String type) {}
