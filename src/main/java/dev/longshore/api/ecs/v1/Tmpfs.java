package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Tmpfs}, {@code tmpfs} of {@code LinuxParameters}: file systems in memory.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Tmpfs(
    @JsonPropertyDescription("Path in the container.") @Required @Size(min = 1)
        @Nullable String containerPath,
    @JsonPropertyDescription("Largest size in MiB, 1 or more.") @Required @Min(1)
        @Nullable Integer size,
    @JsonPropertyDescription("Mount options such as ro and noexec.") List<String> mountOptions) {

  public Tmpfs {
    mountOptions = Copies.of(mountOptions);
  }
}
