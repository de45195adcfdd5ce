package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DeploymentLifecycleHook}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentLifecycleHook(
    @SchemaFrom(type = DeploymentLifecycleHookTargetType.class) @Nullable String targetType,
    @Nullable String hookTargetArn,
    @Nullable String roleArn,
    @SchemaFrom(type = DeploymentLifecycleHookStage[].class) List<String> lifecycleStages,
    @PreserveUnknownFields @Nullable Object hookDetails,
    @Nullable DeploymentLifecycleHookTimeoutConfiguration timeoutConfiguration) {

  public DeploymentLifecycleHook {
    lifecycleStages = Copies.of(lifecycleStages);
  }
}
