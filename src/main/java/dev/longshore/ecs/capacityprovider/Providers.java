package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.core.Arns;
import dev.longshore.core.Oldest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a strategy may name: the providers that exist and those associated with the cluster ({@code
 * capacityProviders} of CreateCluster).
 *
 * @param existing type by name; the two built-in ones always exist
 * @param associated names the cluster lists
 */
public record Providers(Map<String, ProviderType> existing, Set<String> associated) {
  private static final Map<String, ProviderType> BUILT_IN =
      Map.of("FARGATE", ProviderType.FARGATE, "FARGATE_SPOT", ProviderType.FARGATE_SPOT);

  public Providers {
    existing = Map.copyOf(existing);
    associated = Set.copyOf(associated);
  }

  /** What is there for a cluster; without a cluster object the built-ins are associated. */
  public static Providers of(Collection<CapacityProvider> all, Optional<Cluster> cluster) {
    Map<String, ProviderType> existing = new TreeMap<>();
    Oldest.byName(all, Providers::name)
        .forEach((name, provider) -> existing.put(name, ProviderType.of(provider.getSpec())));
    existing.putAll(BUILT_IN);
    Set<String> associated = new TreeSet<>();
    cluster.ifPresentOrElse(
        it -> it.getSpec().capacityProviders().forEach(name -> associated.add(nameOf(name))),
        () -> associated.addAll(BUILT_IN.keySet()));
    return new Providers(existing, associated);
  }

  /** The provider's ECS name: {@code spec.name}, else the object's own. */
  public static String name(CapacityProvider provider) {
    String name = provider.getSpec().name();
    return name == null ? provider.getMetadata().getName() : name;
  }

  /** The name in a reference, which may be the full ARN. */
  public static String nameOf(String nameOrArn) {
    return Arns.resource(nameOrArn, "capacity-provider").orElse(nameOrArn);
  }

  /** FARGATE and FARGATE_SPOT need no object and cannot be deleted. */
  public static boolean builtIn(String name) {
    return BUILT_IN.containsKey(name);
  }
}
