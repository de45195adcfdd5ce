package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentLifecycleHook}, {@code lifecycleHooks} of {@code
 * DeploymentConfiguration}: calls or pauses at stages of a deployment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentLifecycleHook(
    @JsonPropertyDescription("AWS_LAMBDA (default) calls a function, PAUSE waits for a decision.")
        @SchemaFrom(type = DeploymentLifecycleHookTargetType.class)
        @Nullable String targetType,
    @JsonPropertyDescription("Function to call; AWS_LAMBDA only.") @Nullable String hookTargetArn,
    @JsonPropertyDescription("Role to call the function with; AWS_LAMBDA only.")
        @Nullable String roleArn,
    @JsonPropertyDescription("Stages at which the hook runs.")
        @SchemaFrom(type = DeploymentLifecycleHookStage[].class)
        List<String> lifecycleStages,
    @JsonPropertyDescription("Any JSON; passed to the hook.") @PreserveUnknownFields
        @Nullable Object hookDetails,
    @JsonPropertyDescription("How long a hook may take.")
        @Nullable DeploymentLifecycleHookTimeoutConfiguration timeoutConfiguration) {

  public DeploymentLifecycleHook {
    lifecycleStages = Copies.of(lifecycleStages);
  }
}
