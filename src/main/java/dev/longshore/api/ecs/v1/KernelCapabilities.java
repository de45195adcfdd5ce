package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The ECS API shape {@code KernelCapabilities}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KernelCapabilities(List<String> add, List<String> drop) {

  public KernelCapabilities {
    add = Copies.of(add);
    drop = Copies.of(drop);
  }
}
