package dev.longshore.ecs.capacityprovider;

import dev.longshore.ecs.capacityprovider.Distribution.Share;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;

/** A share of a strategy and the nodes it means. */
public record Placement(
    Share share, Map<String, String> nodeSelector, List<Toleration> tolerations) {
  public Placement {
    nodeSelector = Map.copyOf(nodeSelector);
    tolerations = List.copyOf(tolerations);
  }
}
