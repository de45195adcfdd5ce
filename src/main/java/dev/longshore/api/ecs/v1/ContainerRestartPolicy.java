package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ContainerRestartPolicy}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerRestartPolicy(
    @Nullable Boolean enabled,
    List<Integer> ignoredExitCodes,
    @Nullable Integer restartAttemptPeriod) {

  public ContainerRestartPolicy {
    ignoredExitCodes = Copies.of(ignoredExitCodes);
  }
}
