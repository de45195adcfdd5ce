package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;

/** The ECS API shape {@code CapacityProviderKubernetes}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderKubernetes(
    Map<String, String> nodeSelector, List<Toleration> tolerations) {

  public CapacityProviderKubernetes {
    tolerations = Copies.of(tolerations);
    nodeSelector = Copies.of(nodeSelector);
  }
}
