package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of RegisterTaskDefinition, followed by the members that only responses carry. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionSpec(
    @JsonPropertyDescription(
            "Family, 1 to 255 letters, digits, _ and -; default is metadata.name. Fixed once created.")
        @Pattern("^[A-Za-z0-9_-]{0,255}$")
        @Size(max = 255)
        @Nullable String family,
    @JsonPropertyDescription(
            "Role of the application; becomes the ServiceAccount that the cluster's bindings name.")
        @Nullable String taskRoleArn,
    @JsonPropertyDescription(
            "Role that ECS itself would use to pull images and read secrets; recorded only.")
        @Nullable String executionRoleArn,
    @JsonPropertyDescription(
            "bridge (default), host, awsvpc or none; awsvpc and bridge become ordinary pods.")
        @SchemaFrom(type = NetworkMode.class)
        @Nullable String networkMode,
    @JsonPropertyDescription("Containers of the task, 1 to 10; at least one must be essential.")
        @Required
        @Size(min = 1, max = 10)
        @ValidationRule(
            value = "self.exists(container, !has(container.essential) || container.essential)",
            message =
                "A task definition must have at least one essential container; set essential.")
        List<ContainerDefinition> containerDefinitions,
    @JsonPropertyDescription("Volumes that containers can mount.") @Size(max = 100)
        List<Volume> volumes,
    @JsonPropertyDescription("Rules a node must meet, at most 10; not on Fargate.") @Size(max = 10)
        List<TaskDefinitionPlacementConstraint> placementConstraints,
    @JsonPropertyDescription(
            "Launch types that the definition is checked for; FARGATE brings Fargate's rules.")
        @SchemaFrom(type = Compatibility[].class)
        List<String> requiresCompatibilities,
    @JsonPropertyDescription(
            "CPU of the task: units (1024 = 1 vCPU) or text such as \"1 vCPU\". Required on Fargate.")
        @SchemaFrom(type = IntOrString.class)
        @Nullable String cpu,
    @JsonPropertyDescription(
            "Memory of the task: MiB or text such as \"2 GB\". Required on Fargate.")
        @SchemaFrom(type = IntOrString.class)
        @Nullable String memory,
    @JsonPropertyDescription(
            "Up to 50 tags; become labels where Kubernetes allows the text, else annotations.")
        @Size(max = 50)
        List<Tag> tags,
    @JsonPropertyDescription(
            "task shares processes among the containers, host with the node; unset keeps them apart.")
        @SchemaFrom(type = PidMode.class)
        @Nullable String pidMode,
    @JsonPropertyDescription(
            "task shares IPC among the containers (as pods do), host with the node, none not at all.")
        @SchemaFrom(type = IpcMode.class)
        @Nullable String ipcMode,
    @JsonPropertyDescription("App Mesh proxy settings; App Mesh has ended, use Service Connect.")
        @Nullable ProxyConfiguration proxyConfiguration,
    @JsonPropertyDescription("Elastic Inference accelerators, which AWS no longer offers.")
        List<InferenceAccelerator> inferenceAccelerators,
    @JsonPropertyDescription("Scratch space of the task; Fargate only.")
        @Nullable EphemeralStorage ephemeralStorage,
    @JsonPropertyDescription("Processor and operating system that the images are built for.")
        @Nullable RuntimePlatform runtimePlatform,
    @JsonPropertyDescription(
            "Whether fault injection may be asked for from inside the task; default false.")
        @Nullable Boolean enableFaultInjection,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String taskDefinitionArn,
    @JsonPropertyDescription(
            "Number of the revision, on TaskDefinitionRevision; ignored on TaskDefinition.")
        @Min(0)
        @Max(1_000_000)
        @Nullable Integer revision,
    @JsonPropertyDescription("Response member: accepted and ignored.") @Nullable String status,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object requiresAttributes,
    @JsonPropertyDescription("Response member: accepted and ignored.") @PreserveUnknownFields
        @Nullable Object compatibilities,
    @JsonPropertyDescription("Response member, number or text: accepted and ignored.")
        @PreserveUnknownFields
        @Nullable Object registeredAt,
    @JsonPropertyDescription("Response member, number or text: accepted and ignored.")
        @PreserveUnknownFields
        @Nullable Object deregisteredAt,
    @JsonPropertyDescription("Response member, number or text: accepted and ignored.")
        @PreserveUnknownFields
        @Nullable Object deleteRequestedAt,
    @JsonPropertyDescription("Response member: accepted and ignored.")
        @Nullable String registeredBy,
    @JsonPropertyDescription("What ECS has no word for; not part of the ECS API.")
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
