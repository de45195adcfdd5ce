package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Response members of DescribeTasks; times and the final state are records that are written once.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling, Stalled and Stopped, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("ARN of the task.") @Nullable String taskArn,
    @JsonPropertyDescription("ARN of its cluster.") @Nullable String clusterArn,
    @JsonPropertyDescription("ARN of the revision it runs.") @Nullable String taskDefinitionArn,
    @JsonPropertyDescription("ARN of the node it runs on.") @Nullable String containerInstanceArn,
    @JsonPropertyDescription("Zone of that node, where it has one.")
        @Nullable String availabilityZone,
    @JsonPropertyDescription(
            "PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING, DEPROVISIONING or"
                + " STOPPED.")
        @Nullable String lastStatus,
    @JsonPropertyDescription("RUNNING, or STOPPED once anything stops the task.")
        @Nullable String desiredStatus,
    @JsonPropertyDescription(
            "HEALTHY, UNHEALTHY or UNKNOWN, from essential containers with a health check.")
        @Nullable String healthStatus,
    @JsonPropertyDescription("CONNECTED or DISCONNECTED: whether the node reports.")
        @Nullable String connectivity,
    @JsonPropertyDescription("When the node took the task.") @Nullable String connectivityAt,
    @JsonPropertyDescription("When the task got its place and entered PENDING.")
        @Nullable String createdAt,
    @JsonPropertyDescription("When pulling the images began.") @Nullable String pullStartedAt,
    @JsonPropertyDescription("When the images were there and the first container started.")
        @Nullable String pullStoppedAt,
    @JsonPropertyDescription("When every essential container had started.")
        @Nullable String startedAt,
    @JsonPropertyDescription("When the task began to stop.") @Nullable String stoppingAt,
    @JsonPropertyDescription("When the last container ended.") @Nullable String executionStoppedAt,
    @JsonPropertyDescription("When the task was STOPPED.") @Nullable String stoppedAt,
    @JsonPropertyDescription("Containers of the task, in the order of its definition.")
        List<Container> containers,
    @JsonPropertyDescription("Why the task stopped, for machines.") @Nullable String stopCode,
    @JsonPropertyDescription("Why the task stopped, for people.") @Nullable String stoppedReason,
    @JsonPropertyDescription(
            "Essential container that ended the task: its exit code is that of the task.")
        @Nullable String endedBy,
    @JsonPropertyDescription("Task that is the next attempt of this one.")
        @Nullable String retriedBy,
    @JsonPropertyDescription("Group of the task.") @Nullable String group,
    @JsonPropertyDescription("Who started the task.") @Nullable String startedBy,
    @JsonPropertyDescription("EC2, FARGATE or EXTERNAL.") @Nullable String launchType,
    @JsonPropertyDescription("Capacity provider that the task was placed on.")
        @Nullable String capacityProviderName,
    @JsonPropertyDescription("Linux, of a task on FARGATE.") @Nullable String platformFamily,
    @JsonPropertyDescription("Whether ECS Exec was asked for; Kubernetes decides that by RBAC.")
        @Nullable Boolean enableExecuteCommand,
    @JsonPropertyDescription("What the task changes of its definition.")
        @Nullable TaskOverride overrides,
    @JsonPropertyDescription("CPU units of the task.") @Nullable String cpu,
    @JsonPropertyDescription("Memory of the task in MiB.") @Nullable String memory,
    @JsonPropertyDescription("Scratch space of the task.")
        @Nullable EphemeralStorage ephemeralStorage,
    @JsonPropertyDescription("Tags of the task and those propagated to it.") @Size(max = 100)
        List<Tag> tags,
    @JsonPropertyDescription("Grows by one with every change of this status.")
        @Nullable Long version) {
  public TaskStatus {
    conditions = Copies.of(conditions);
    containers = Copies.of(containers);
    tags = Copies.of(tags);
  }
}
