package dev.longshore.ecs.placement;

import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.ecs.query.Attributes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A placement strategy in order. The scheduler weighs all its wishes together, where ECS asks for
 * one after the other; so tasks are only packed where nothing was to be spread before.
 */
record Strategy(List<PlacementStrategy> order) {
  static final String HOST = "kubernetes.io/hostname";
  static final String ATTRIBUTE = "attribute:";
  static final Set<String> HOSTS = Set.of("host", "instanceId");

  /** Labels of nodes to spread over, the most important first. */
  List<String> topologies() {
    return order.stream()
        .filter(it -> "spread".equals(it.type()))
        .flatMap(it -> label(Objects.requireNonNullElse(it.field(), "host")).stream())
        .distinct()
        .toList();
  }

  boolean packs() {
    return order.stream()
        .map(it -> Objects.requireNonNullElse(it.type(), ""))
        .takeWhile(type -> !type.equals("spread"))
        .anyMatch("binpack"::equals);
  }

  /** The label that a spread counts by, unless there is none. */
  static Optional<String> label(String field) {
    return HOSTS.contains(field)
        ? Optional.of(HOST)
        : Stream.of(field)
            .filter(it -> it.startsWith(ATTRIBUTE))
            .flatMap(it -> Attributes.label(it.substring(ATTRIBUTE.length())).stream())
            .findFirst();
  }

  static boolean isAmount(String field) {
    return Set.of("cpu", "memory").contains(field.toLowerCase(Locale.ROOT));
  }
}
