package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Objects that nobody writes, whatever happens meanwhile. */
public final class Stillness {
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** More than two resyncs of an operator under test. */
  private static final Duration STILL = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private Stillness() {}

  /** Resource versions by kind and name. */
  public static Map<String, String> versions(Stream<? extends HasMetadata> objects) {
    Map<String, String> versions = new TreeMap<>();
    objects.forEach(
        it ->
            versions.put(
                it.getKind() + "/" + it.getMetadata().getName(),
                it.getMetadata().getResourceVersion()));
    return versions;
  }

  /**
   * Waits until what was under way has come to its end (the control plane's own writes, pods that
   * are still ending and the operator's record of them), then does something, and fails with the
   * objects that were written in the five seconds after it.
   */
  public static void holds(Supplier<Map<String, String>> versions, Runnable meanwhile) {
    Map<String, String> before = settled(versions);
    meanwhile.run();
    await()
        .during(STILL)
        .atMost(STILL.multipliedBy(2))
        .pollInterval(POLL)
        .untilAsserted(() -> assertThat(versions.get()).containsExactlyInAnyOrderEntriesOf(before));
  }

  private static Map<String, String> settled(Supplier<Map<String, String>> versions) {
    AtomicReference<Map<String, String>> last = new AtomicReference<>(versions.get());
    await()
        .during(SETTLED)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(
            () -> {
              Map<String, String> now = versions.get();
              return now.equals(last.getAndSet(now));
            });
    return last.get();
  }
}
