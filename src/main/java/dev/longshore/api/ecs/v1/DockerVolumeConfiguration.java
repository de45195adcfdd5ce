package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DockerVolumeConfiguration}, {@code dockerVolumeConfiguration} of {@code
 * Volume}: volume of a Docker volume driver; not on Fargate.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.autoprovision) || !self.autoprovision || (has(self.scope) && self.scope == 'shared')",
    message = "autoprovision can be used only when scope is shared.")
public record DockerVolumeConfiguration(
    @JsonPropertyDescription("task (ends with the task, default) or shared (outlives it).")
        @SchemaFrom(type = Scope.class)
        @Nullable String scope,
    @JsonPropertyDescription("Whether a shared volume is made when it is missing; shared only.")
        @Nullable Boolean autoprovision,
    @JsonPropertyDescription("Volume driver; local is the default.") @Nullable String driver,
    @JsonPropertyDescription("Options of the driver.") Map<String, String> driverOpts,
    @JsonPropertyDescription("Labels of the volume.") Map<String, String> labels) {

  public DockerVolumeConfiguration {
    driverOpts = Copies.of(driverOpts);
    labels = Copies.of(labels);
  }
}
