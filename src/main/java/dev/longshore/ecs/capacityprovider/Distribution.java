package dev.longshore.ecs.capacityprovider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads tasks over the items of a capacity provider strategy: the base first, the rest by weight.
 * ECS does not publish its rounding; here the largest fraction wins, ties in list order.
 */
public final class Distribution {
  private Distribution() {}

  /**
   * One item of a strategy (API member {@code CapacityProviderStrategyItem}).
   *
   * @param provider name; empty when no provider is named
   * @param base tasks this provider gets first
   * @param weight share of the others
   */
  public record Share(String provider, int base, int weight) {
    /** An empty provider is left out of the JSON on children, so it is read back as none. */
    public Share(@Nullable String provider, int base, int weight) {
      this.provider = provider == null ? "" : provider;
      this.base = base;
      this.weight = weight;
    }
  }

  /** Tasks for each share, in list order; they sum up to {@code tasks}. */
  public static List<Integer> of(int tasks, List<Share> shares) {
    int base = Math.min(tasks, shares.stream().mapToInt(Share::base).max().orElse(0));
    int rest = tasks - base;
    List<Integer> result = new ArrayList<>(byWeight(rest, shares));
    for (int i = 0; i < shares.size() && base > 0; i++) {
      if (shares.get(i).base() > 0) {
        result.set(i, result.get(i) + base);
        break;
      }
    }
    return List.copyOf(result);
  }

  private static List<Integer> byWeight(int rest, List<Share> shares) {
    long total = shares.stream().mapToLong(Share::weight).sum();
    if (total == 0) {
      return IntStream.range(0, shares.size()).mapToObj(i -> i == 0 ? rest : 0).toList();
    }
    List<Integer> result = new ArrayList<>();
    for (Share share : shares) {
      result.add(Math.toIntExact((long) rest * share.weight() / total));
    }
    int left = rest - result.stream().mapToInt(Integer::intValue).sum();
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(
            Comparator.comparingLong(
                (Integer i) -> -((long) rest * shares.get(i).weight() % total)))
        .limit(left)
        .forEach(i -> result.set(i, result.get(i) + 1));
    return result;
  }
}
