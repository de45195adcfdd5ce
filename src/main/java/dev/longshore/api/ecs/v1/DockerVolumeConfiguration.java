package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DockerVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DockerVolumeConfiguration(
    @SchemaFrom(type = Scope.class) @Nullable String scope,
    @Nullable Boolean autoprovision,
    @Nullable String driver,
    Map<String, String> driverOpts,
    Map<String, String> labels) {

  public DockerVolumeConfiguration {
    driverOpts = Copies.of(driverOpts);
    labels = Copies.of(labels);
  }
}
