package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentAlarms}, {@code alarms} of {@code DeploymentConfiguration}: alarms
 * that fail a deployment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentAlarms(
    @JsonPropertyDescription("Alarms that fail a deployment.") @Required List<String> alarmNames,
    @JsonPropertyDescription("Whether a failed deployment is rolled back.") @Required
        @Nullable Boolean rollback,
    @JsonPropertyDescription("Whether the alarms are watched.") @Required
        @Nullable Boolean enable) {

  public DeploymentAlarms {
    alarmNames = Copies.of(alarmNames);
  }
}
