package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code Device}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Device(
    @Nullable String hostPath,
    @Nullable String containerPath,
    @SchemaFrom(type = DeviceCgroupPermission[].class) List<String> permissions) {

  public Device {
    permissions = Copies.of(permissions);
  }
}
