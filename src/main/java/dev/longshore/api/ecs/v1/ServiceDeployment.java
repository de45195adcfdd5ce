package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ServiceDeployment}: what became of one deployment of a service. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceDeployment(
    @JsonPropertyDescription("ARN of the service deployment.")
        @Nullable String serviceDeploymentArn,
    @JsonPropertyDescription("Its id among the service's deployments: ecs-svc/ and digits.")
        @Nullable String deploymentId,
    @JsonPropertyDescription("Task definition that it brings.") @Nullable String taskDefinition,
    @JsonPropertyDescription(
            "IN_PROGRESS, SUCCESSFUL, STOPPED, ROLLBACK_IN_PROGRESS or ROLLBACK_SUCCESSFUL.")
        @Nullable String status,
    @JsonPropertyDescription("Why it is in that state.") @Nullable String statusReason,
    @JsonPropertyDescription(
            "RECONCILE_SERVICE, PRE_SCALE_UP, SCALE_UP, POST_SCALE_UP, BAKE_TIME or CLEAN_UP.")
        @Nullable String lifecycleStage,
    @JsonPropertyDescription("Pauses that wait for a decision.")
        List<LifecycleHookDetail> lifecycleHookDetails,
    @JsonPropertyDescription("When it started.") @Nullable String startedAt,
    @JsonPropertyDescription("When it ended.") @Nullable String finishedAt,
    @JsonPropertyDescription("Where it goes back to, when it was given up.")
        @Nullable Rollback rollback,
    @JsonPropertyDescription("What the circuit breaker counted.")
        @Nullable ServiceDeploymentCircuitBreaker deploymentCircuitBreaker,
    @JsonPropertyDescription("What its alarms said.") @Nullable ServiceDeploymentAlarms alarms,
    @JsonPropertyDescription("Revisions that had tasks when it began.")
        List<ServiceRevisionSummary> sourceServiceRevisions,
    @JsonPropertyDescription("Revision that it brings.")
        @Nullable ServiceRevisionSummary targetServiceRevision) {
  public ServiceDeployment {
    lifecycleHookDetails = Copies.of(lifecycleHookDetails);
    sourceServiceRevisions = Copies.of(sourceServiceRevisions);
  }
}
