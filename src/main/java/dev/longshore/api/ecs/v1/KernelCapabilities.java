package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * ECS API shape {@code KernelCapabilities}, {@code capabilities} of {@code LinuxParameters}: linux
 * capabilities added to and dropped from the default set.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KernelCapabilities(
    @JsonPropertyDescription(
            "Linux capabilities to add, without CAP_, or ALL; Fargate allows SYS_PTRACE only.")
        List<String> add,
    @JsonPropertyDescription("Linux capabilities to drop, without CAP_, or ALL.")
        List<String> drop) {

  public KernelCapabilities {
    add = Copies.of(add);
    drop = Copies.of(drop);
  }
}
