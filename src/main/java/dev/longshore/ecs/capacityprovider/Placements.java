package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderKubernetes;
import dev.longshore.api.ecs.v1.CapacityProviderPlacement;
import dev.longshore.api.ecs.v1.CapacityProviderStrategyItem;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves where tasks run: its strategy, its launch type, or the cluster's default. */
public final class Placements {
  private final Function<String, Optional<CapacityProvider>> providers;

  /** Resolves with the providers that this finds by their ECS names. */
  public Placements(Function<String, Optional<CapacityProvider>> providers) {
    this.providers = providers;
  }

  /**
   * What a request says of capacity (members of CreateService and RunTask).
   *
   * @param strategy empty to take the launch type, or else the cluster's default
   */
  public record Wish(@Nullable String launchType, List<CapacityProviderStrategyItem> strategy) {
    public Wish {
      strategy = List.copyOf(strategy);
    }
  }

  /** The placements in the strategy's order, never none; or the providers that do not exist. */
  public Resolution<List<Placement>> resolve(Wish wish, Optional<Cluster> cluster) {
    List<CapacityProviderStrategyItem> strategy = strategy(wish, cluster);
    if (strategy.isEmpty()) {
      return Resolution.of(List.of(byLaunchType(wish.launchType(), cluster)));
    }
    List<Placement> placements = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (CapacityProviderStrategyItem item : strategy) {
      placement(item, cluster).ifPresentOrElse(placements::add, () -> problems.add(missing(item)));
    }
    return problems.isEmpty()
        ? Resolution.of(serving(placements))
        : new Resolution.Unresolved<>(problems);
  }

  /** A provider without base and weight gets no task, so it gets no Deployment either. */
  private static List<Placement> serving(List<Placement> placements) {
    List<Placement> serving =
        placements.stream().filter(it -> it.share().base() > 0 || it.share().weight() > 0).toList();
    return serving.isEmpty() ? placements.subList(0, 1) : serving;
  }

  private static List<CapacityProviderStrategyItem> strategy(Wish wish, Optional<Cluster> cluster) {
    boolean named = wish.launchType() != null && !wish.launchType().isEmpty();
    if (named || !wish.strategy().isEmpty()) {
      return wish.strategy();
    }
    return cluster.map(it -> it.getSpec().defaultCapacityProviderStrategy()).orElse(List.of());
  }

  private Optional<Placement> placement(
      CapacityProviderStrategyItem item, Optional<Cluster> cluster) {
    String name = name(item);
    Share share = new Share(name, orZero(item.base()), orZero(item.weight()));
    return Providers.builtIn(name)
        ? Optional.of(builtIn(share, cluster))
        : providers.apply(name).map(provider -> placement(share, provider));
  }

  private static Placement placement(Share share, CapacityProvider provider) {
    CapacityProviderKubernetes where = provider.getSpec().kubernetes();
    return where == null
        ? new Placement(share, Map.of(), List.of())
        : new Placement(share, where.nodeSelector(), where.tolerations());
  }

  private static Placement byLaunchType(@Nullable String launchType, Optional<Cluster> cluster) {
    return "FARGATE".equals(launchType)
        ? builtIn(new Share("FARGATE", 0, 1), cluster)
        : new Placement(new Share("", 0, 1), Map.of(), List.of());
  }

  /** The built-ins run anywhere until the platform owner says where. */
  private static Placement builtIn(Share share, Optional<Cluster> cluster) {
    return cluster
        .map(it -> it.getSpec().kubernetes())
        .flatMap(
            ours ->
                ours.capacityProviders().stream()
                    .filter(it -> share.provider().equals(it.name()))
                    .findFirst())
        .map(it -> owner(share, it))
        .orElseGet(() -> new Placement(share, Map.of(), spotTolerations(share.provider())));
  }

  private static Placement owner(Share share, CapacityProviderPlacement placement) {
    return new Placement(share, placement.nodeSelector(), placement.tolerations());
  }

  /** The taints that EKS, Karpenter and GKE put on spot nodes. */
  private static List<Toleration> spotTolerations(String provider) {
    return provider.equals("FARGATE_SPOT")
        ? List.of(
            tolerate("karpenter.sh/capacity-type", "spot"),
            tolerate("eks.amazonaws.com/capacityType", "SPOT"),
            tolerate("cloud.google.com/gke-spot", "true"))
        : List.of();
  }

  private static Toleration tolerate(String key, String value) {
    return new TolerationBuilder().withKey(key).withOperator("Equal").withValue(value).build();
  }

  private static Problem missing(CapacityProviderStrategyItem item) {
    return new Problem(
        "CapacityProviderNotFound",
        "capacityProviderStrategy: The specified capacity provider "
            + name(item)
            + " was not found. Create a CapacityProvider of that name, or use FARGATE or"
            + " FARGATE_SPOT.");
  }

  private static String name(CapacityProviderStrategyItem item) {
    return item.capacityProvider() == null ? "" : Providers.nameOf(item.capacityProvider());
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
