package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Our extensions of a service, apart from the ECS members so that neither hides the other. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceKubernetes(
    @JsonPropertyDescription(
            "Any text; changing it starts a new deployment, as forceNewDeployment does.")
        @Size(max = 253)
        @Nullable String redeployNonce,
    @JsonPropertyDescription(
            "Scaling in the words of Application Auto Scaling; becomes an HPA on this object.")
        @Nullable AutoScaling autoScaling,
    @JsonPropertyDescription(
            "Seconds a stopping task still serves before SIGTERM; default 5 with ports, else 0.")
        @Min(0)
        @Max(3600)
        @Nullable Integer drainSeconds,
    @JsonPropertyDescription(
            "Seconds until a task without health check counts as healthy; default 40, as in ECS.")
        @Min(0)
        @Max(3600)
        @Nullable Integer minReadySeconds,
    @JsonPropertyDescription(
            "Ends a deployment in progress or a pause of it, as StopServiceDeployment and ContinueServiceDeployment do.")
        @Nullable DeploymentAction deploymentAction) {}
