package dev.longshore.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watch that ended for good: not for a lost connection, which informers mend, but for an object
 * they cannot read. One that worked before ends the process, or its kind would go unserved under a
 * lease that nobody else can take. One that never worked does not: it would fail again after each
 * start, and the other kinds are served meanwhile; readiness tells of it.
 */
final class LostWatches {
  private static final Logger LOG = LoggerFactory.getLogger(LostWatches.class);

  private final BooleanSupplier stopping;
  private final Runnable lost;

  /**
   * Tells of lost watches.
   *
   * @param stopping whether watches end because they are meant to
   */
  LostWatches(BooleanSupplier stopping, Runnable lost) {
    this.stopping = stopping;
    this.lost = lost;
  }

  /** A watch ended; for no reason but that it was told to when there is no cause. */
  void ended(SharedIndexInformer<?> informer, @Nullable Throwable cause) {
    if (cause == null || stopping.getAsBoolean()) {
      return;
    }
    boolean worked = informer.hasSynced();
    LOG.atError()
        .addKeyValue("type", informer.getApiTypeClass().getSimpleName())
        .addKeyValue("object", unreadable(cause))
        .addKeyValue("ending", worked)
        .setCause(cause)
        .log("watch ended");
    if (worked) {
      lost.run();
    }
  }

  /**
   * Namespace and name of the object that could not be read; empty where it came in a list, of
   * which the cause tells but the place.
   */
  static String unreadable(Throwable cause) {
    for (Throwable it = cause; it != null; it = it.getCause()) {
      if (it instanceof WatcherException watch && watch.getRawWatchMessage().isPresent()) {
        return named(watch.getRawWatchMessage().get());
      }
    }
    return "";
  }

  private static String named(String event) {
    try {
      JsonNode metadata = Mappers.json().readTree(event).at("/object/metadata");
      return metadata.path("namespace").asText() + "/" + metadata.path("name").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
