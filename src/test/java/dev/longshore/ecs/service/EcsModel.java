package dev.longshore.ecs.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * ECS's rules of a service with rolling deployments, written from what ECS documents and from the
 * project's decisions on what a failed task is; it knows nothing of how they are kept. It is told
 * what users do and what happens to tasks, and says what the service shows.
 */
final class EcsModel {
  /** Why a task stopped, or has to be replaced. */
  enum Loss {
    NEVER_RAN,
    EXITED,
    UNHEALTHY
  }

  /** Member {@code rolloutState}. */
  enum State {
    IN_PROGRESS,
    COMPLETED,
    FAILED
  }

  /** API shape {@code DeploymentCircuitBreaker}. */
  record Breaker(boolean enable, boolean rollback, boolean reset, String type, int value) {
    int threshold(int desired) {
      int share = (value * desired + 99) / 100;
      return type.equals("COUNT")
          ? value
          : type.equals("UNBOUNDED_PERCENT") ? share : Math.min(200, Math.max(3, share));
    }
  }

  /** What UpdateService changes without starting a deployment. */
  record Settings(int desired, int minimumHealthyPercent, int maximumPercent, Breaker breaker) {
    int minHealthy() {
      return (desired * minimumHealthyPercent + 99) / 100;
    }

    int maxTasks() {
      return desired * maximumPercent / 100;
    }
  }

  private record Task(int deployment, boolean healthy, boolean everHealthy, boolean counted) {}

  private static final class Deployment {
    private State state = State.IN_PROGRESS;
    private boolean target;
    private int failedTasks;
  }

  private final List<Deployment> deployments = new ArrayList<>();
  private final Map<String, Task> tasks = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private Settings settings;
  private int primary;

  EcsModel(Settings settings) {
    this.settings = settings;
    deploy();
  }

  /** UpdateService with another task definition, or with {@code forceNewDeployment}. */
  void deploy() {
    deployments.add(new Deployment());
    primary = newest();
    judge();
  }

  /** UpdateService with what starts no deployment. */
  void set(Settings next) {
    settings = next;
    judge();
  }

  /** StopServiceDeployment; only one that is in progress can be stopped. */
  void stop(int deployment, boolean rollback) {
    if (deployment == newest() && state(deployment) == State.IN_PROGRESS) {
      giveUp(rollback);
      judge();
    }
  }

  /** It runs now; also when it is one that stopped, started again in its place. */
  void started(int deployment, String task) {
    tasks.put(task, new Task(deployment, false, false, false));
    judge();
  }

  void healthy(String task) {
    int deployment = task(task).deployment;
    boolean counted = task(task).counted && !settings.breaker.reset;
    tasks.put(task, new Task(deployment, true, true, counted));
    deployment(deployment).failedTasks *= settings.breaker.reset ? 0 : 1;
    judge();
  }

  /**
   * A task counts once, until it is forgiven; one of a task that was healthy, only if its health
   * check found it.
   */
  void lost(String id, Loss loss) {
    Task task = task(id);
    if (!task.counted && (loss != Loss.EXITED || !task.everHealthy)) {
      deployment(task.deployment).failedTasks++;
    }
    tasks.put(id, new Task(task.deployment, false, task.everHealthy, true));
    judge();
  }

  /** It is being stopped, and is no longer RUNNING or PENDING. */
  void stopped(String task) {
    tasks.remove(task);
    judge();
  }

  Settings settings() {
    return settings;
  }

  int newest() {
    return deployments.size();
  }

  int primary() {
    return primary;
  }

  State state(int deployment) {
    return deployment(deployment).state;
  }

  /** Member {@code failedTasks}. */
  int failedTasks(int deployment) {
    return deployment(deployment).failedTasks;
  }

  /**
   * The deployment that a failure now would bring back. In ECS it is none until it is COMPLETED
   * again; docs/differences.md says why it is one here.
   */
  OptionalInt lastCompleted() {
    return IntStream.rangeClosed(1, newest()).filter(it -> deployment(it).target).max();
  }

  /** Whether new tasks of a deployment may be asked for: a failed one starts nothing. */
  boolean starts(int deployment) {
    return deployment == primary && state(deployment) != State.FAILED;
  }

  /**
   * Whether the tasks of a deployment that is to go are replaced by its own until then, as ECS does
   * in the middle of the next one; so those that fail may be healthy again.
   */
  boolean replaces(int deployment) {
    return deployment != primary && state(deployment) != State.FAILED;
  }

  /** Deployment events in their order. */
  List<String> told() {
    return told;
  }

  /** All that is desired runs and is healthy in the PRIMARY deployment, and nothing else does. */
  boolean steady() {
    return tasks.size() == settings.desired
        && tasks.values().stream().allMatch(it -> it.healthy && it.deployment == primary);
  }

  private void judge() {
    boolean open = primary == newest() && state(primary) == State.IN_PROGRESS;
    int failed = deployment(newest()).failedTasks;
    Breaker breaker = settings.breaker;
    if (open && breaker.enable && failed > 0 && failed >= breaker.threshold(settings.desired)) {
      told.add("failed " + newest());
      giveUp(breaker.rollback);
    }
    if (steady() && state(primary) == State.IN_PROGRESS) {
      deployment(primary).state = State.COMPLETED;
      deployment(primary).target = true;
      told.add("completed " + primary);
    }
  }

  private void giveUp(boolean rollback) {
    deployment(newest()).state = State.FAILED;
    if (rollback && lastCompleted().isPresent()) {
      primary = lastCompleted().getAsInt();
      deployment(primary).state = State.IN_PROGRESS;
      told.add("back to " + primary);
    }
  }

  private Deployment deployment(int number) {
    return deployments.get(number - 1);
  }

  private Task task(String id) {
    return Objects.requireNonNull(tasks.get(id));
  }
}
