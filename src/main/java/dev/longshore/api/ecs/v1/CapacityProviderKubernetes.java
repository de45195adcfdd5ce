package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;

/** The nodes that stand for a capacity provider, which ECS has no word for. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderKubernetes(
    @JsonPropertyDescription(
            "Labels that a node must carry to belong to this provider; becomes the pods' node selector.")
        Map<String, String> nodeSelector,
    @JsonPropertyDescription("Taints of the provider's nodes that its tasks tolerate.")
        List<Toleration> tolerations) {

  public CapacityProviderKubernetes {
    tolerations = Copies.of(tolerations);
    nodeSelector = Copies.of(nodeSelector);
  }
}
