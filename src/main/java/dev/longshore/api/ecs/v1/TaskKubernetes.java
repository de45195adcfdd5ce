package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Our extensions of a task, apart from the ECS members so that neither hides the other. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskKubernetes(
    @JsonPropertyDescription(
            "RUNNING (default), or STOPPED, which is StopTask and cannot be taken back.")
        @SchemaFrom(type = TaskDesiredStatus.class)
        @Nullable String desiredStatus,
    @JsonPropertyDescription("Why the task is stopped; becomes stoppedReason.") @Size(max = 1024)
        @Nullable String stopReason,
    @JsonPropertyDescription(
            "Seconds after which a task that fits nowhere fails, as in ECS; unset waits for"
                + " capacity.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer placementTimeout,
    @JsonPropertyDescription(
            "Seconds a task may take from when its node starts it; the kubelet ends it then.")
        @Min(1)
        @Max(2147483647)
        @Nullable Integer activeDeadlineSeconds,
    @JsonPropertyDescription("Seconds a stopped task is kept; default 3600.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer ttlSecondsAfterFinished,
    @JsonPropertyDescription(
            "Number of this task among those of one run, from 0; its containers get it as"
                + " AWS_BATCH_JOB_ARRAY_INDEX and JOB_COMPLETION_INDEX.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer index,
    @JsonPropertyDescription(
            "How many further attempts may follow this one when it fails, each a Task of its own;"
                + " default 0. A task that somebody stops is not tried again.")
        @Min(0)
        @Max(10)
        @Nullable Integer retries,
    @JsonPropertyDescription(
            "Which task this one tries again; written by Longshore when it makes an attempt.")
        @Nullable TaskRetry retryOf) {}
