package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settles which of several objects holds an ECS name: the oldest, and by uid between equals. */
public final class Oldest {
  private static final Comparator<HasMetadata> AGE =
      Comparator.comparing((HasMetadata it) -> created(it.getMetadata().getCreationTimestamp()))
          .thenComparing(
              it -> it.getMetadata().getUid(), Comparator.nullsLast(Comparator.naturalOrder()));

  private Oldest() {}

  /** The oldest of objects that share a name; none of none. */
  public static <T extends HasMetadata> Optional<T> of(Collection<T> objects) {
    return objects.stream().min(AGE);
  }

  /** The holder of each name among the objects. */
  public static <T extends HasMetadata> Map<String, T> byName(
      Collection<T> objects, Function<T, String> name) {
    return objects.stream()
        .collect(
            Collectors.toMap(name, Function.identity(), BinaryOperator.minBy(AGE), TreeMap::new));
  }

  private static Instant created(@Nullable String timestamp) {
    if (timestamp == null) {
      return Instant.MAX;
    }
    try {
      return Instant.parse(timestamp);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }
}
