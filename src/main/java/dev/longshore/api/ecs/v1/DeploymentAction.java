package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * What StopServiceDeployment asks, as a declaration. It names the deployment, so it does nothing to
 * the next one.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentAction(
    @JsonPropertyDescription("The deployment in progress to end: ecs-svc/ and digits.")
        @Required
        @Pattern("ecs-svc/[0-9]{1,19}")
        @Nullable String deploymentId,
    @JsonPropertyDescription(
            "ROLLBACK brings the last completed deployment back; ABORT starts no further task.")
        @Required
        @SchemaFrom(type = DeploymentActionType.class)
        @Nullable String action) {}
