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
            "Seconds after which a task that fits nowhere fails, as in ECS; unset waits for capacity.")
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
        @Nullable Integer ttlSecondsAfterFinished) {}
