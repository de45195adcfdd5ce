package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code Task}: what is left to tell of a service's task that stopped. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StoppedTask(
    @JsonPropertyDescription("ARN of the task.") @Nullable String taskArn,
    @JsonPropertyDescription("Revision that it ran.") @Nullable String taskDefinition,
    @JsonPropertyDescription("ECS deployment that it belonged to.") @Nullable String startedBy,
    @JsonPropertyDescription("Capacity provider that it was placed on.")
        @Nullable String capacityProviderName,
    @JsonPropertyDescription("Why it stopped, for machines.") @Nullable String stopCode,
    @JsonPropertyDescription("Why it stopped, for people.") @Nullable String stoppedReason,
    @JsonPropertyDescription("When that was seen.") @Nullable String stoppedAt,
    @JsonPropertyDescription("Containers that have an exit code or a reason.")
        List<Container> containers) {
  public StoppedTask {
    containers = Copies.of(containers);
  }
}
