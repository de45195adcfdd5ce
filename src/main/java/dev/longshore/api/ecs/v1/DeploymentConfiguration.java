package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DeploymentConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentConfiguration(
    @Nullable DeploymentCircuitBreaker deploymentCircuitBreaker,
    @Nullable Integer maximumPercent,
    @Nullable Integer minimumHealthyPercent,
    @Nullable DeploymentAlarms alarms,
    @SchemaFrom(type = DeploymentStrategy.class) @Nullable String strategy,
    @Nullable Integer bakeTimeInMinutes,
    List<DeploymentLifecycleHook> lifecycleHooks,
    @Nullable LinearConfiguration linearConfiguration,
    @Nullable CanaryConfiguration canaryConfiguration) {

  public DeploymentConfiguration {
    lifecycleHooks = Copies.of(lifecycleHooks);
  }
}
