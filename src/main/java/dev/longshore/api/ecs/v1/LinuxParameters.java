package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code LinuxParameters}, {@code linuxParameters} of {@code ContainerDefinition}:
 * linux settings: capabilities, devices, shared memory, tmpfs, swap.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LinuxParameters(
    @JsonPropertyDescription("Linux capabilities added to and dropped from the default set.")
        @Nullable KernelCapabilities capabilities,
    @JsonPropertyDescription("Devices of the node for the container; not on Fargate.")
        List<Device> devices,
    @JsonPropertyDescription("Whether a small init process forwards signals and reaps children.")
        @Nullable Boolean initProcessEnabled,
    @JsonPropertyDescription("Size of /dev/shm in MiB; not on Fargate.") @Min(0)
        @Nullable Integer sharedMemorySize,
    @JsonPropertyDescription("File systems in memory.") List<Tmpfs> tmpfs,
    @JsonPropertyDescription(
            "Swap the container may use, in MiB; 0 turns swap off. Not on Fargate.")
        @Min(0)
        @Nullable Integer maxSwap,
    @JsonPropertyDescription(
            "How eagerly memory is swapped, 0 to 100; default 60, needs maxSwap. Not on Fargate.")
        @Min(0)
        @Max(100)
        @Nullable Integer swappiness) {

  public LinuxParameters {
    devices = Copies.of(devices);
    tmpfs = Copies.of(tmpfs);
  }
}
