package dev.longshore.localcluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls for what other processes bring about; they send no event that we could wait for. */
final class Waiting {
  private static final long PAUSE_MILLIS = 50;

  private Waiting() {}

  /** Whether the condition came true in time. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalClusterException("Interrupted while waiting for the cluster", e);
    }
  }
}
