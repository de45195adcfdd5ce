package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code Tmpfs}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Tmpfs(
    @Nullable String containerPath, @Nullable Integer size, List<String> mountOptions) {

  public Tmpfs {
    mountOptions = Copies.of(mountOptions);
  }
}
