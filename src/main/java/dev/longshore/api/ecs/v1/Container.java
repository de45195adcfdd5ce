package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code Container}, {@code containers} of {@code TaskStatus}: what became of one
 * container.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Container(
    @JsonPropertyDescription("ARN of the container.") @Nullable String containerArn,
    @JsonPropertyDescription("ARN of its task.") @Nullable String taskArn,
    @JsonPropertyDescription("Name in the task definition.") @Nullable String name,
    @JsonPropertyDescription("Image as the definition names it.") @Nullable String image,
    @JsonPropertyDescription("Digest of the image that runs.") @Nullable String imageDigest,
    @JsonPropertyDescription("Id that the node's container runtime gave it.")
        @Nullable String runtimeId,
    @JsonPropertyDescription("PENDING, RUNNING or STOPPED.") @Nullable String lastStatus,
    @JsonPropertyDescription("Exit code; absent when the container never started.")
        @Nullable Integer exitCode,
    @JsonPropertyDescription("What went wrong, in ECS's words.") @Nullable String reason,
    @JsonPropertyDescription("Addresses of the task.") List<NetworkInterface> networkInterfaces,
    @JsonPropertyDescription("HEALTHY, UNHEALTHY or UNKNOWN.") @Nullable String healthStatus,
    @JsonPropertyDescription("CPU units.") @Nullable String cpu,
    @JsonPropertyDescription("Hard memory limit in MiB.") @Nullable String memory,
    @JsonPropertyDescription("Soft memory limit in MiB.") @Nullable String memoryReservation) {
  public Container {
    networkInterfaces = Copies.of(networkInterfaces);
  }

  /** What is left to tell of a container whose task is gone. */
  public static Container ended(String name, @Nullable Integer exitCode, @Nullable String reason) {
    return new Container(
        null, null, name, null, null, null, null, exitCode, reason, List.of(), null, null, null,
        null);
  }
}
