package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.ecs.service.Distribution.Share;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a service refers to, found.
 *
 * @param cluster ECS name of the namespace's cluster
 * @param taskDefinition {@code family:revision}
 * @param definition that revision's content
 * @param placements the capacity providers of the strategy, in its order; never empty
 * @param bindings what AWS names mean in this namespace, if its cluster says so
 * @param restricted whether the platform owner asks for the restricted Pod Security profile
 * @param digest of the inputs whose change starts an ECS deployment
 */
record ServiceInputs(
    String cluster,
    String taskDefinition,
    TaskDefinitionSpec definition,
    List<Placement> placements,
    @Nullable Bindings bindings,
    boolean restricted,
    String digest) {

  public ServiceInputs {
    placements = List.copyOf(placements);
  }

  List<Share> strategy() {
    return placements.stream().map(Placement::share).toList();
  }

  /** A share of the strategy and the nodes it means. */
  record Placement(Share share, Map<String, String> nodeSelector, List<Toleration> tolerations) {
    public Placement {
      nodeSelector = Map.copyOf(nodeSelector);
      tolerations = List.copyOf(tolerations);
    }
  }
}
