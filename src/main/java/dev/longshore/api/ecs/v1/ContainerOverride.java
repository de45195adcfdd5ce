package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ContainerOverride}, {@code containerOverrides} of {@code TaskOverride}:
 * nothing else of a container can be changed for one task.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerOverride(
    @JsonPropertyDescription(
            "Name of the container in the task definition; needed when anything else is given.")
        @Nullable String name,
    @JsonPropertyDescription("Replaces the command of the definition.") List<String> command,
    @JsonPropertyDescription("Variables that are added, or replace those of the same name.")
        List<KeyValuePair> environment,
    @JsonPropertyDescription("Replaces the list of files with variables, at most 10.")
        @Size(max = 10)
        List<EnvironmentFile> environmentFiles,
    @JsonPropertyDescription("CPU units, 1024 = 1 vCPU.") @Min(0) @Nullable Integer cpu,
    @JsonPropertyDescription("Hard memory limit in MiB, 6 or more.") @Min(6)
        @Nullable Integer memory,
    @JsonPropertyDescription("Soft memory limit in MiB, 6 or more.") @Min(6)
        @Nullable Integer memoryReservation,
    @JsonPropertyDescription("Replaces the GPUs and other accelerators.")
        List<ResourceRequirement> resourceRequirements) {
  public ContainerOverride {
    command = Copies.of(command);
    environment = Copies.of(environment);
    environmentFiles = Copies.of(environmentFiles);
    resourceRequirements = Copies.of(resourceRequirements);
  }
}
