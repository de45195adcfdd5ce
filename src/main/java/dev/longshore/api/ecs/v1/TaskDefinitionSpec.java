package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TaskDefinitionSpec}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionSpec(
    @Nullable String family,
    @Nullable String taskRoleArn,
    @Nullable String executionRoleArn,
    @SchemaFrom(type = NetworkMode.class) @Nullable String networkMode,
    List<ContainerDefinition> containerDefinitions,
    List<Volume> volumes,
    List<TaskDefinitionPlacementConstraint> placementConstraints,
    @SchemaFrom(type = Compatibility[].class) List<String> requiresCompatibilities,
    @SchemaFrom(type = IntOrString.class) @Nullable String cpu,
    @SchemaFrom(type = IntOrString.class) @Nullable String memory,
    List<Tag> tags,
    @SchemaFrom(type = PidMode.class) @Nullable String pidMode,
    @SchemaFrom(type = IpcMode.class) @Nullable String ipcMode,
    @Nullable ProxyConfiguration proxyConfiguration,
    List<InferenceAccelerator> inferenceAccelerators,
    @Nullable EphemeralStorage ephemeralStorage,
    @Nullable RuntimePlatform runtimePlatform,
    @Nullable Boolean enableFaultInjection,
    @Nullable String taskDefinitionArn,
    @Nullable Integer revision,
    @Nullable String status,
    @PreserveUnknownFields @Nullable Object requiresAttributes,
    @PreserveUnknownFields @Nullable Object compatibilities,
    @PreserveUnknownFields @Nullable Object registeredAt,
    @PreserveUnknownFields @Nullable Object deregisteredAt,
    @PreserveUnknownFields @Nullable Object deleteRequestedAt,
    @Nullable String registeredBy,
    @Nullable TaskDefinitionKubernetes kubernetes) {

  public TaskDefinitionSpec {
    containerDefinitions = Copies.of(containerDefinitions);
    volumes = Copies.of(volumes);
    placementConstraints = Copies.of(placementConstraints);
    requiresCompatibilities = Copies.of(requiresCompatibilities);
    tags = Copies.of(tags);
    inferenceAccelerators = Copies.of(inferenceAccelerators);
  }
}
