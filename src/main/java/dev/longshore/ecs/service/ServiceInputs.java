package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.capacityprovider.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a service refers to, found.
 *
 * @param cluster ECS name of the namespace's cluster
 * @param taskDefinition {@code family:revision}
 * @param definition that revision's content
 * @param placements the capacity providers of the strategy, in its order; never empty
 * @param bindings what AWS names mean in this namespace, if its cluster says so
 * @param restricted whether Pod Security restricted is in force
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
}
