package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a built-in capacity provider runs, since no object of its own could say so. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderPlacement(
    @JsonPropertyDescription("Name of the capacity provider: FARGATE or FARGATE_SPOT.") @Required
        @Nullable String name,
    @JsonPropertyDescription("Labels that the provider's nodes carry.")
        Map<String, String> nodeSelector,
    @JsonPropertyDescription("Taints of the provider's nodes that its tasks tolerate.")
        List<Toleration> tolerations) {

  public CapacityProviderPlacement {
    tolerations = Copies.of(tolerations);
    nodeSelector = Copies.of(nodeSelector);
  }
}
