package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TaskOverride}, {@code overrides} of {@code TaskSpec}: what one task changes
 * of its definition.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskOverride(
    @JsonPropertyDescription("What the containers of this name change, each at most once.")
        List<ContainerOverride> containerOverrides,
    @JsonPropertyDescription("CPU of the task instead of the definition's.")
        @SchemaFrom(type = IntOrString.class)
        @Nullable String cpu,
    @JsonPropertyDescription("Elastic Inference accelerators, which AWS no longer offers.")
        List<InferenceAcceleratorOverride> inferenceAcceleratorOverrides,
    @JsonPropertyDescription(
            "Role that ECS itself would use to pull images and read secrets; recorded only.")
        @Nullable String executionRoleArn,
    @JsonPropertyDescription("Memory of the task instead of the definition's.")
        @SchemaFrom(type = IntOrString.class)
        @Nullable String memory,
    @JsonPropertyDescription(
            "Role of the application; becomes the ServiceAccount that the cluster's bindings name.")
        @Nullable String taskRoleArn,
    @JsonPropertyDescription("Scratch space of the task; Fargate only.")
        @Nullable EphemeralStorage ephemeralStorage) {
  public TaskOverride {
    containerOverrides = Copies.of(containerOverrides);
    inferenceAcceleratorOverrides = Copies.of(inferenceAcceleratorOverrides);
  }
}
