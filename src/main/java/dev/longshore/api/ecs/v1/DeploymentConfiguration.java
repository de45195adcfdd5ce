package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentConfiguration}, {@code deploymentConfiguration} of {@code
 * ServiceSpec}: how new revisions replace old ones.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentConfiguration(
    @JsonPropertyDescription("Gives up a deployment whose tasks keep failing.")
        @Nullable DeploymentCircuitBreaker deploymentCircuitBreaker,
    @JsonPropertyDescription(
            "Upper bound of RUNNING and PENDING tasks, in percent of desiredCount rounded down; default 200.")
        @Min(100)
        @Nullable Integer maximumPercent,
    @JsonPropertyDescription(
            "Lower bound of healthy tasks, in percent of desiredCount rounded up; default 100, DAEMON 0.")
        @Min(0)
        @Max(100)
        @Nullable Integer minimumHealthyPercent,
    @JsonPropertyDescription("Alarms that fail a deployment.") @Nullable DeploymentAlarms alarms,
    @JsonPropertyDescription("ROLLING (default), BLUE_GREEN, LINEAR or CANARY.")
        @SchemaFrom(type = DeploymentStrategy.class)
        @Nullable String strategy,
    @JsonPropertyDescription("Minutes both revisions run after the traffic has shifted, 0 to 1440.")
        @Min(0)
        @Max(1440)
        @Nullable Integer bakeTimeInMinutes,
    @JsonPropertyDescription("Calls or pauses at stages of a deployment.") @Size(max = 20)
        List<DeploymentLifecycleHook> lifecycleHooks,
    @JsonPropertyDescription("Completes a deployment before all its tasks are healthy.")
        @Nullable EarlySuccessCriteria earlySuccessCriteria,
    @JsonPropertyDescription("Steps of a LINEAR deployment.")
        @Nullable LinearConfiguration linearConfiguration,
    @JsonPropertyDescription("Steps of a CANARY deployment.")
        @Nullable CanaryConfiguration canaryConfiguration) {

  public DeploymentConfiguration {
    lifecycleHooks = Copies.of(lifecycleHooks);
  }
}
