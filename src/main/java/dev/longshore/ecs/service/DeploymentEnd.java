package dev.longshore.ecs.service;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an ECS deployment ended; its children carry the name of it. */
enum DeploymentEnd {
  COMPLETED(Cause.NONE, false),
  /** The circuit breaker gave it up, and there was none to go back to. */
  FAILED(Cause.BREAKER, false),
  /** The circuit breaker gave it up for the last completed one. */
  FAILED_ROLLED_BACK(Cause.BREAKER, true),
  /** An alarm went off, and nothing was to be rolled back to. */
  ALARM(Cause.ALARM, false),
  /** An alarm went off, and the last completed one came back. */
  ALARM_ROLLED_BACK(Cause.ALARM, true),
  /** Nobody decided on a PAUSE hook in time, and there was none to go back to. */
  EXPIRED(Cause.HOOK, false),
  /** Nobody decided on a PAUSE hook in time. */
  EXPIRED_ROLLED_BACK(Cause.HOOK, true),
  /** Somebody asked for its end (StopServiceDeployment, ABORT). */
  STOPPED(Cause.REQUEST, false),
  /** Somebody asked for the last completed one (StopServiceDeployment, ROLLBACK). */
  STOPPED_ROLLED_BACK(Cause.REQUEST, true);

  /** Who ended it. */
  enum Cause {
    NONE("", ""),
    BREAKER("ECS deployment circuit breaker: ", "tasks failed to start"),
    ALARM("ECS deployment alarm: ", "alarm detected"),
    HOOK("ECS deployment lifecycle hook: ", "nobody decided on a pause in time"),
    REQUEST("ECS deployment: ", "it was stopped on request");

    private final String who;
    private final String what;

    Cause(String who, String what) {
      this.who = who;
      this.what = what;
    }

    /** As ECS begins the reason of a rollout state. */
    String who() {
      return who;
    }

    /** As a part of a sentence. */
    String what() {
      return what;
    }
  }

  private final Cause cause;
  private final boolean rollsBack;

  DeploymentEnd(Cause cause, boolean rollsBack) {
    this.cause = cause;
    this.rollsBack = rollsBack;
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
    return cause == Cause.REQUEST;
  }

  /** Whether the circuit breaker ended it. */
  boolean tripped() {
    return cause == Cause.BREAKER;
  }

  boolean alarmed() {
    return cause == Cause.ALARM;
  }

  Cause cause() {
    return cause;
  }
}
