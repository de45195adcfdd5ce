package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code LinuxParameters}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LinuxParameters(
    @Nullable KernelCapabilities capabilities,
    List<Device> devices,
    @Nullable Boolean initProcessEnabled,
    @Nullable Integer sharedMemorySize,
    List<Tmpfs> tmpfs,
    @Nullable Integer maxSwap,
    @Nullable Integer swappiness) {

  public LinuxParameters {
    devices = Copies.of(devices);
    tmpfs = Copies.of(tmpfs);
  }
}
