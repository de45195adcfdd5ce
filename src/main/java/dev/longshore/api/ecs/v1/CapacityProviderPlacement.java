package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CapacityProviderPlacement}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderPlacement(
    @Nullable String name, Map<String, String> nodeSelector, List<Toleration> tolerations) {

  public CapacityProviderPlacement {
    tolerations = Copies.of(tolerations);
    nodeSelector = Copies.of(nodeSelector);
  }
}
