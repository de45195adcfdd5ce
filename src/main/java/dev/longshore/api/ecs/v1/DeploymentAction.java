package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * What StopServiceDeployment and ContinueServiceDeployment ask, as a declaration. It names the
 * deployment, so it does nothing to the next one.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "self.action != 'CONTINUE' || has(self.hookId)",
    message = "CONTINUE names the pause it ends: give hookId.")
public record DeploymentAction(
    @JsonPropertyDescription("The deployment in progress to end: ecs-svc/ and digits.")
        @Required
        @Pattern("ecs-svc/[0-9]{1,19}")
        @Nullable String deploymentId,
    @JsonPropertyDescription(
            "ROLLBACK brings the last completed deployment back; ABORT starts no further task; CONTINUE ends a pause.")
        @Required
        @SchemaFrom(type = DeploymentActionType.class)
        @Nullable String action,
    @JsonPropertyDescription(
            "The pause that CONTINUE ends, as serviceDeployments[].lifecycleHookDetails names it.")
        @Pattern("[0-9a-f]{20}")
        @Nullable String hookId) {}
