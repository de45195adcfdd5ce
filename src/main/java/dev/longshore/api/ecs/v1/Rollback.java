package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code Rollback}: the way back of a deployment that was given up. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rollback(
    @JsonPropertyDescription("Why.") @Nullable String reason,
    @JsonPropertyDescription("When it started.") @Nullable String startedAt,
    @JsonPropertyDescription("Deployment that gets the tasks back: ecs-svc/ and digits.")
        @Nullable String deploymentId,
    @JsonPropertyDescription("Task definition of that deployment.") @Nullable String taskDefinition,
    @JsonPropertyDescription("Service revision that gets the tasks back.")
        @Nullable String serviceRevisionArn) {}
