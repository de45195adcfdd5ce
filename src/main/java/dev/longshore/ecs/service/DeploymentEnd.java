package dev.longshore.ecs.service;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an ECS deployment ended; its children carry the name of it. */
enum DeploymentEnd {
  COMPLETED(false, ""),
  /** The circuit breaker gave it up, and there was none to go back to. */
  FAILED(false, "tasks failed to start"),
  /** The circuit breaker gave it up for the last completed one. */
  FAILED_ROLLED_BACK(true, "tasks failed to start"),
  /** Somebody asked for its end (StopServiceDeployment, ABORT). */
  STOPPED(false, "it was stopped on request"),
  /** Somebody asked for the last completed one (StopServiceDeployment, ROLLBACK). */
  STOPPED_ROLLED_BACK(true, "it was stopped on request");

  private final boolean rollsBack;
  private final String cause;

  DeploymentEnd(boolean rollsBack, String cause) {
    this.rollsBack = rollsBack;
    this.cause = cause;
  }

  static Optional<DeploymentEnd> parse(@Nullable String text) {
    return Arrays.stream(values()).filter(it -> it.name().equals(text)).findFirst();
  }

  boolean givenUp() {
    return this != COMPLETED;
  }

  boolean rollsBack() {
    return rollsBack;
  }

  boolean requested() {
    return this == STOPPED || this == STOPPED_ROLLED_BACK;
  }

  /** Why it was given up, as a part of a sentence. */
  String cause() {
    return cause;
  }
}
