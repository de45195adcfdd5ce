package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ServiceDeploymentAlarms}: alarms of one deployment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceDeploymentAlarms(
    @JsonPropertyDescription("DISABLED, MONITORING, MONITORING_COMPLETE or TRIGGERED.")
        @Nullable String status,
    @JsonPropertyDescription("Alarms that were watched.") List<String> alarmNames,
    @JsonPropertyDescription("Alarms that went off.") List<String> triggeredAlarmNames,
    @JsonPropertyDescription("Why the alarms do not count, or cannot be read.")
        @Nullable String statusReason) {
  public ServiceDeploymentAlarms {
    alarmNames = Copies.of(alarmNames);
    triggeredAlarmNames = Copies.of(triggeredAlarmNames);
  }
}
