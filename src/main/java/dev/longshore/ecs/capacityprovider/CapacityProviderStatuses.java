package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Problem;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** What a capacity provider tells about itself (API shape {@code CapacityProvider}). */
record CapacityProviderStatuses(Clock clock) {

  CapacityProviderStatus of(
      CapacityProvider provider, List<Problem> problems, Collection<Node> nodes) {
    int count = (int) nodes.stream().filter(node -> Nodes.has(provider, node)).count();
    Long generation = provider.getMetadata().getGeneration();
    return new CapacityProviderStatus(
        generation,
        new Conditions(clock, generation, previous(provider)).of(state(problems, count)),
        Arns.capacityProvider(Providers.name(provider)),
        ProviderType.of(provider.getSpec()).name(),
        problems.isEmpty() ? "ACTIVE" : "INACTIVE",
        count);
  }

  private static State state(List<Problem> problems, int nodes) {
    return problems.isEmpty()
        ? new State.Ready("Active", "Nodes that match kubernetes.nodeSelector: " + nodes + ".")
        : new State.Stalled(problems.getFirst().reason(), Problem.join(problems));
  }

  private static List<Condition> previous(CapacityProvider provider) {
    return provider.getStatus() == null ? List.of() : provider.getStatus().conditions();
  }
}
