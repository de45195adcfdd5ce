package dev.longshore.api.ecs.v1;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defensive copies for the records: absent becomes empty, and a null element carries nothing. */
final class Copies {
  private Copies() {}

  static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  /** Keeps the order of the document, which {@link Map#copyOf} would scramble. */
  static <K, V> Map<K, V> of(@Nullable Map<K, V> map) {
    if (map == null) {
      return Map.of();
    }
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.values().removeIf(Objects::isNull);
    return Collections.unmodifiableMap(copy);
  }
}
