package dev.longshore.ecs.task;

/**
 * What follows a task that failed and has retries left.
 *
 * @param name of the next attempt's Task
 * @param refusal why there is none; empty when there is
 */
record Retry(String name, String refusal) {
  boolean made() {
    return refusal.isEmpty();
  }

  /** For whoever reads only the condition. */
  String sentence() {
    return made()
        ? "Task %s is the next attempt.".formatted(name)
        : "No other attempt follows: " + refusal;
  }
}
