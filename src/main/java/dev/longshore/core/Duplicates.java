package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Two objects with one ECS name: the oldest has it, the others wait for it. */
public final class Duplicates {
  /** Reason of the one that waits. */
  public static final String REASON = "DuplicateName";

  private static final Set<String> NAMES = Set.of(REASON, "NameConflict");

  // the end of the holder wakes nobody but itself
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private Duplicates() {}

  /** Who has the name, when it is another object than the one asked for. */
  public static <T extends HasMetadata> Optional<T> holder(
      T object, Collection<T> all, Function<T, String> name) {
    Map<String, T> holders = Oldest.byName(all, name);
    return Optional.ofNullable(holders.get(name.apply(object)))
        .filter(it -> !it.getMetadata().getUid().equals(object.getMetadata().getUid()));
  }

  /** Looks again after a while where the problems are of names that somebody else has. */
  public static <P extends HasMetadata> UpdateControl<P> lookAgain(
      List<Problem> problems, UpdateControl<P> control) {
    boolean waits = problems.stream().anyMatch(it -> NAMES.contains(it.reason()));
    return waits ? control.rescheduleAfter(AGAIN) : control;
  }
}
