package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request of RunTask for one task; only {@code kubernetes.desiredStatus} and {@code
 * kubernetes.stopReason} may change later.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.launchType) || !has(self.capacityProviderStrategy) ||"
            + " self.capacityProviderStrategy.size() == 0",
    message = "Specify either Launch Type or Capacity Provider Strategy, but not both.")
@ValidationRule(
    value =
        "!has(oldSelf.kubernetes) || !has(oldSelf.kubernetes.desiredStatus) ||"
            + " oldSelf.kubernetes.desiredStatus != 'STOPPED' || has(self.kubernetes) &&"
            + " has(self.kubernetes.desiredStatus) && self.kubernetes.desiredStatus == 'STOPPED'",
    message = "A task that was stopped does not run again; create a new one.",
    fieldPath = ".kubernetes")
public record TaskSpec(
    @JsonPropertyDescription(
            "How the task is placed on capacity providers, at most 20; default is the cluster's"
                + " strategy.")
        @Size(max = 20)
        @ValidationRule(
            value = "self.filter(item, has(item.base) && item.base > 0).size() <= 1",
            message = "Only one capacity provider in a strategy can have a base defined.")
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
    @JsonPropertyDescription(
            "Cluster of the task: empty, default, or the name or ARN of this namespace's cluster.")
        @Nullable String cluster,
    @JsonPropertyDescription(
            "One-shot request member: an object is one task; the command line makes several"
                + " objects.")
        @Min(1)
        @Max(1)
        @Nullable Integer count,
    @JsonPropertyDescription(
            "Whether the task gets tags with its cluster; it always has them as labels.")
        @Nullable Boolean enableECSManagedTags,
    @JsonPropertyDescription(
            "Whether ECS Exec is allowed; Kubernetes decides that by RBAC, so it is recorded.")
        @Nullable Boolean enableExecuteCommand,
    @JsonPropertyDescription(
            "Group of the task, default family:FAMILY; spreading counts tasks of one group.")
        @Size(max = 255)
        @Nullable String group,
    @JsonPropertyDescription("EC2, FARGATE or EXTERNAL; excludes capacityProviderStrategy.")
        @SchemaFrom(type = LaunchType.class)
        @Nullable String launchType,
    @JsonPropertyDescription("Security groups become labels of the pods; subnets have no effect.")
        @Nullable NetworkConfiguration networkConfiguration,
    @JsonPropertyDescription("What this task changes of its definition.")
        @Nullable TaskOverride overrides,
    @JsonPropertyDescription("Rules a node must meet, at most 10.") @Size(max = 10)
        List<PlacementConstraint> placementConstraints,
    @JsonPropertyDescription("How tasks of one group spread over nodes, at most 5 in order.")
        @Size(max = 5)
        List<PlacementStrategy> placementStrategy,
    @JsonPropertyDescription(
            "Fargate platform version; there is none here, so it is recorded only.")
        @Nullable String platformVersion,
    @JsonPropertyDescription(
            "Whether the task gets the tags of the TASK_DEFINITION or NONE (default).")
        @SchemaFrom(type = PropagateTags.class)
        @ValidationRule(
            value = "self != 'SERVICE'",
            message =
                "propagateTags SERVICE is not possible for a task; use TASK_DEFINITION or NONE.")
        @Nullable String propagateTags,
    @JsonPropertyDescription("Reference id of the caller; recorded only.") @Size(max = 1024)
        @Nullable String referenceId,
    @JsonPropertyDescription(
            "Who started the task, at most 128 characters of letters, digits, -, / and _.")
        @Pattern("^[A-Za-z0-9/_-]{0,128}$")
        @Nullable String startedBy,
    @JsonPropertyDescription("Up to 50 tags; become labels where Kubernetes allows the text.")
        @Size(max = 50)
        List<Tag> tags,
    @JsonPropertyDescription(
            "Task definition to run: family (its newest revision when the task starts),"
                + " family:revision or ARN.")
        @Required
        @Size(min = 1)
        @Nullable String taskDefinition,
    @JsonPropertyDescription("One-shot request member: the name of the object says the same.")
        @Size(max = 64)
        @Nullable String clientToken,
    @JsonPropertyDescription("Details of volumes that are configuredAtLaunch.") @Size(max = 1)
        List<TaskVolumeConfiguration> volumeConfigurations,
    @JsonPropertyDescription("What ECS has no word for; not part of the ECS API.")
        @Nullable TaskKubernetes kubernetes) {
  public TaskSpec {
    capacityProviderStrategy = Copies.of(capacityProviderStrategy);
    placementConstraints = Copies.of(placementConstraints);
    placementStrategy = Copies.of(placementStrategy);
    tags = Copies.of(tags);
    volumeConfigurations = Copies.of(volumeConfigurations);
  }
}
