package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProviderStrategyItem;
import dev.longshore.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a capacity provider strategy (API shape {@code CapacityProviderStrategyItem}): at
 * most 20 items, weight 0 to 1000, base 0 to 100000 on one item only, one kind of capacity.
 */
public final class Strategies {
  /** Reason of what only a changed strategy cures; ECS's error of that name. */
  public static final String INVALID = "InvalidParameterException";

  /** Reason of what heals by itself once the provider is there. */
  public static final String NOT_FOUND = "CapacityProviderNotFound";

  private static final int MAX_ITEMS = 20;
  private static final int MAX_WEIGHT = 1000;
  private static final int MAX_BASE = 100_000;

  private Strategies() {}

  /**
   * Everything wrong with a strategy; empty when ECS would take it. An empty strategy is right.
   *
   * @param path member that holds it, for the messages: {@code capacityProviderStrategy}
   */
  public static List<Problem> validate(
      String path, List<CapacityProviderStrategyItem> items, Providers providers) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String member = "%s[%d].capacityProvider".formatted(path, i);
      Optional.ofNullable(provider(member, items.get(i).capacityProvider(), providers))
          .ifPresent(problems::add);
    }
    problems.addAll(form(path, items));
    problems.addAll(mixed(path, items, providers));
    return List.copyOf(problems);
  }

  /** What is wrong with a strategy whatever providers there are. */
  public static List<Problem> form(String path, List<CapacityProviderStrategyItem> items) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String item = "%s[%d]".formatted(path, i);
      Stream.of(
              range(item + ".weight", items.get(i).weight(), MAX_WEIGHT),
              range(item + ".base", items.get(i).base(), MAX_BASE))
          .filter(Objects::nonNull)
          .forEach(problems::add);
    }
    problems.addAll(whole(path, items));
    return problems;
  }

  private static @Nullable Problem provider(
      String path, @Nullable String reference, Providers providers) {
    if (reference == null || reference.isEmpty()) {
      return new Problem(INVALID, path + ": a capacity provider name or ARN must be given.");
    }
    String name = Providers.nameOf(reference);
    if (!providers.existing().containsKey(name)) {
      return new Problem(
          NOT_FOUND,
          "%s: The specified capacity provider '%s' was not found. Create a CapacityProvider of that name."
              .formatted(path, name));
    }
    if (!providers.associated().contains(name)) {
      return new Problem(
          INVALID,
          "%s '%s': The capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again."
              .formatted(path, name));
    }
    return null;
  }

  private static @Nullable Problem range(String path, @Nullable Integer value, int max) {
    return value == null || value >= 0 && value <= max
        ? null
        : new Problem(INVALID, "%s: %d is not between 0 and %d.".formatted(path, value, max));
  }

  private static List<Problem> whole(String path, List<CapacityProviderStrategyItem> items) {
    List<Problem> problems = new ArrayList<>();
    if (items.size() > MAX_ITEMS) {
      problems.add(
          new Problem(
              INVALID,
              "%s: %d items; a capacity provider strategy can have at most %d."
                  .formatted(path, items.size(), MAX_ITEMS)));
    }
    if (items.stream().filter(item -> positive(item.base())).count() > 1) {
      problems.add(
          new Problem(
              INVALID,
              path + ": Only one capacity provider in a strategy can have a base defined."));
    }
    if (items.size() > 1 && items.stream().noneMatch(item -> positive(item.weight()))) {
      problems.add(
          new Problem(
              INVALID,
              path
                  + ": At least one of the capacity providers must have a weight value greater than zero."));
    }
    duplicates(items)
        .forEach(
            name ->
                problems.add(
                    new Problem(
                        INVALID, path + ": capacity provider '" + name + "' is repeated.")));
    return problems;
  }

  private static Set<String> duplicates(List<CapacityProviderStrategyItem> items) {
    Set<String> seen = new LinkedHashSet<>();
    return names(items)
        .filter(name -> !seen.add(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Problem> mixed(
      String path, List<CapacityProviderStrategyItem> items, Providers providers) {
    Set<String> kinds =
        names(items)
            .map(providers.existing()::get)
            .filter(Objects::nonNull)
            .map(ProviderType::family)
            .collect(Collectors.toCollection(TreeSet::new));
    return kinds.size() <= 1
        ? List.of()
        : List.of(
            new Problem(
                INVALID,
                "%s: A capacity provider strategy cannot contain a mix of %s providers. Specify one or the other and try again."
                    .formatted(path, String.join(" and ", kinds))));
  }

  private static Stream<String> names(List<CapacityProviderStrategyItem> items) {
    return items.stream()
        .map(CapacityProviderStrategyItem::capacityProvider)
        .filter(Objects::nonNull)
        .map(Providers::nameOf);
  }

  private static boolean positive(@Nullable Integer value) {
    return value != null && value > 0;
  }
}
