package dev.longshore.core;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives the kstatus conditions from one {@link State}, so that {@code Ready} is never set by
 * hand. {@code Reconciling} and {@code Stalled} are present only while they are true, as kstatus
 * wants.
 *
 * @param clock gives the transition times, to the second
 * @param generation the generation that was looked at
 * @param previous conditions of the last status; their times are kept while their status is
 */
public record Conditions(Clock clock, @Nullable Long generation, List<Condition> previous) {

  /** Where an object stands. */
  public sealed interface State {
    String reason();

    String message();

    /** It is as its spec asks. */
    record Ready(String reason, String message) implements State {}

    /** It is not there yet and gets there without help, or heals when a reference appears. */
    record Progressing(String reason, String message) implements State {}

    /** Only a change by a person can help. */
    record Stalled(String reason, String message) implements State {}
  }

  public List<Condition> of(State state) {
    return of(state, List.of());
  }

  /** The kstatus conditions of the state with the domain's own, sorted by type. */
  public List<Condition> of(State state, List<Condition> own) {
    List<Condition> all = new ArrayList<>(own);
    all.add(condition("Ready", state instanceof State.Ready, state));
    switch (state) {
      case State.Ready ignored -> {}
      case State.Progressing progressing -> all.add(condition("Reconciling", true, progressing));
      case State.Stalled stalled -> all.add(condition("Stalled", true, stalled));
    }
    all.sort(Comparator.comparing(Condition::getType));
    return List.copyOf(all);
  }

  /** One condition; its transition time is the earlier one when the status did not change. */
  public Condition condition(String type, boolean status, State state) {
    String text = status ? "True" : "False";
    String since =
        previous.stream()
            .filter(old -> type.equals(old.getType()) && text.equals(old.getStatus()))
            .map(Condition::getLastTransitionTime)
            .findFirst()
            .orElseGet(() -> Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
    return new ConditionBuilder()
        .withType(type)
        .withStatus(text)
        .withReason(state.reason())
        .withMessage(state.message())
        .withObservedGeneration(generation)
        .withLastTransitionTime(since)
        .build();
  }
}
