package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the writes of one run. A refusal that concerns one object is a finding; whatever
 * else goes wrong ends the run, which is tried again.
 *
 * @param problems {@code NameConflict} for a name held by somebody else, {@code WriteRefused} for
 *     an object the API server does not take
 * @param stale something changed since it was looked at, and was not written
 */
public record Outcomes(List<Problem> problems, boolean stale) {
  static final Outcomes NONE = new Outcomes(List.of(), false);

  /** Invalid, forbidden (rights, a quota, an admission webhook), or too large. */
  private static final Set<Integer> REFUSED =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST,
          HttpURLConnection.HTTP_FORBIDDEN,
          HttpURLConnection.HTTP_ENTITY_TOO_LARGE,
          422);

  private static final Duration STALE = Duration.ofMillis(250);
  // a quota or a webhook that changes its mind wakes nobody
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** A webhook may say more than a condition holds. */
  private static final int LONGEST = 1_000;

  public Outcomes {
    problems = List.copyOf(problems);
  }

  Outcomes with(Problem problem) {
    return new Outcomes(Stream.concat(problems.stream(), Stream.of(problem)).toList(), stale);
  }

  /** These and that of one more write. */
  Outcomes of(HasMetadata object, Runnable write) {
    try {
      write.run();
      return this;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return new Outcomes(problems, true);
      }
      if (REFUSED.contains(e.getCode()) || untyped(e)) {
        return with(refused(object, e));
      }
      throw e;
    }
  }

  /** Looks again soon where time has to help: no event tells when it does. */
  public <P extends HasMetadata> UpdateControl<P> lookAgain(UpdateControl<P> control) {
    Duration delay = stale ? STALE : AGAIN;
    boolean sooner = control.getScheduleDelay().filter(it -> it <= delay.toMillis()).isEmpty();
    return (stale || !problems.isEmpty()) && sooner ? control.rescheduleAfter(delay) : control;
  }

  /**
   * Members the schema does not have, or keys given twice: the server has no code of its own for
   * that.
   */
  private static boolean untyped(KubernetesClientException e) {
    return e.getStatus() != null
        && String.valueOf(e.getStatus().getMessage())
            .startsWith("failed to create typed patch object");
  }

  private static Problem refused(HasMetadata object, KubernetesClientException e) {
    String why =
        Optional.ofNullable(e.getStatus())
            .map(it -> it.getMessage())
            .orElseGet(() -> String.valueOf(e.getMessage()));
    String shown = why.length() > LONGEST ? why.substring(0, LONGEST) + "…" : why;
    return new Problem(
        "WriteRefused",
        "The API server refuses %s %s: %s. Remove the cause; it is tried again."
            .formatted(
                object.getKind(), object.getMetadata().getName(), shown.replaceFirst("\\.$", "")));
  }
}
