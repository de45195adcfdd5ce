package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shapes {@code ServiceRevisionSummary} and {@code ServiceCurrentRevisionSummary}: tasks of
 * a service revision.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceRevisionSummary(
    @JsonPropertyDescription("ARN of the service revision.") @Nullable String arn,
    @JsonPropertyDescription("Tasks it is to have.") @Nullable Integer requestedTaskCount,
    @JsonPropertyDescription("Tasks of it that run.") @Nullable Integer runningTaskCount,
    @JsonPropertyDescription("Tasks of it that are starting.")
        @Nullable Integer pendingTaskCount) {}
