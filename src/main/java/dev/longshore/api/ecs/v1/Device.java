package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Device}, {@code devices} of {@code LinuxParameters}: devices of the node for
 * the container; not on Fargate.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Device(
    @JsonPropertyDescription("Device on the node.") @Required @Size(min = 1)
        @Nullable String hostPath,
    @JsonPropertyDescription("Path of the device in the container; default is hostPath.")
        @Nullable String containerPath,
    @JsonPropertyDescription(
            "What the container may do with the device; default is read, write and mknod.")
        @SchemaFrom(type = DeviceCgroupPermission[].class)
        List<String> permissions) {

  public Device {
    permissions = Copies.of(permissions);
  }
}
