package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code DeploymentAlarms}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentAlarms(
    List<String> alarmNames, @Nullable Boolean rollback, @Nullable Boolean enable) {

  public DeploymentAlarms {
    alarmNames = Copies.of(alarmNames);
  }
}
