package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.ecs.service.EcsModel.Loss;
import dev.longshore.ecs.service.ServiceObserved.Look;
import dev.longshore.ecs.service.ServiceStates.Findings;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The children and tasks of one service, as the Deployment and ReplicaSet controllers and the
 * kubelets keep them; the operator's decisions are the real ones. A model is told what happens.
 */
final class SimulatedService {
  private static final int PASSES = 60;
  private static final Findings NO_FINDINGS = new Findings(List.of(), List.of(), List.of());

  private final Random random;
  private final ChildDeployments render;
  private final EcsModel model;
  private final Map<String, Deployment> children = new TreeMap<>();
  private final List<SimulatedTask> tasks = new ArrayList<>();
  private final List<SimulatedTask> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = Fleet.NOW;
  private int made;
  private boolean excused;
  private Optional<Seen> seen = Optional.empty();

  /** What the operator last saw and decided. */
  record Seen(
      ServiceObserved observed, ServicePlan plan, ServiceStatus status, Replacements replacements) {
    /** The deployment that today's inputs ask for. */
    EcsDeployment wanted() {
      return plan.course().wanted().orElseThrow();
    }

    EcsDeployment target() {
      return plan.course().target().orElseThrow();
    }
  }

  SimulatedService(Random random, ChildDeployments render, EcsModel model) {
    this.random = random;
    this.render = render;
    this.model = model;
  }

  Seen seen() {
    return seen.orElseThrow();
  }

  Instant now() {
    return now;
  }

  /** All service events, the oldest first. */
  List<String> told() {
    return told;
  }

  /** Tasks that are not being stopped. */
  List<SimulatedTask> live() {
    return tasks.stream().filter(it -> !it.stopping()).toList();
  }

  List<SimulatedTask> all() {
    return List.copyOf(tasks);
  }

  long live(int deployment) {
    return live().stream().filter(it -> it.deployment() == deployment).count();
  }

  private List<SimulatedTask> live(String child) {
    return live().stream().filter(it -> it.child().equals(child)).toList();
  }

  List<String> children() {
    return List.copyOf(children.keySet());
  }

  /** Deployments that have or get tasks. */
  List<Integer> staffed() {
    return children.values().stream()
        .filter(it -> it.getSpec().getReplicas() > 0)
        .map(SimulatedService::ordinal)
        .toList();
  }

  /** Somebody changed the bounds, or a task failed: what is broken now nobody's write broke. */
  void excuse(boolean value) {
    excused = value;
  }

  void remove(SimulatedTask task) {
    tasks.remove(task);
  }

  /** Somebody or the operator deletes a task's pod; the model is told unless it knows. */
  void delete(SimulatedTask task) {
    task.delete(now);
    ask();
    model.stopped(task.uid());
  }

  /** A task that a ReplicaSet has still to make is PENDING for ECS. */
  private void ask() {
    for (Deployment child : children.values()) {
      int ordinal = ordinal(child);
      String name = child.getMetadata().getName();
      List<SimulatedTask> mine = asked(name);
      int missing = child.getSpec().getReplicas() - live(name).size() - mine.size();
      for (int i = 0; i < missing; i++) {
        made++;
        asked.add(new SimulatedTask(String.valueOf(made), ordinal, child, now));
        model.started(ordinal, String.valueOf(made));
      }
      for (int i = 0; i < Math.min(-missing, mine.size()); i++) {
        asked.remove(mine.get(i));
        model.stopped(mine.get(i).uid());
      }
    }
  }

  private List<SimulatedTask> asked(String child) {
    return asked.stream().filter(it -> it.child().equals(child)).toList();
  }

  /** A second goes by; whether that changed a task, or the operator has to look. */
  boolean pass() {
    now = now.plusSeconds(1);
    boolean due =
        seen.flatMap(it -> it.replacements().next()).filter(it -> !it.isAfter(now)).isPresent();
    return notice() || due;
  }

  /** Jumps to where time alone changes something; whether there is such a time. */
  boolean jump() {
    Optional<Instant> due =
        live().stream().flatMap(it -> it.due(now).stream()).min(Comparator.naturalOrder());
    Optional<Instant> next =
        seen.flatMap(it -> it.replacements().next()).filter(it -> it.isAfter(now));
    List<Instant> times = new ArrayList<>(due.stream().toList());
    times.addAll(next.stream().toList());
    times.stream().min(Comparator.naturalOrder()).ifPresent(it -> now = it);
    notice();
    return !times.isEmpty();
  }

  /** Tells the model what time alone did. */
  boolean notice() {
    boolean any = false;
    for (SimulatedTask task : live()) {
      if (task.turnsHealthy(now)) {
        model.healthy(task.uid());
        any = true;
      }
    }
    for (SimulatedTask task : live()) {
      if (task.turnsUnhealthy(now)) {
        model.lost(task.uid(), Loss.UNHEALTHY);
        excused = true;
        any = true;
      }
    }
    return any;
  }

  /** The ReplicaSet of a child makes or stops one task; whether there was one to make or stop. */
  boolean control(String name) {
    Deployment child = children.get(name);
    if (child == null) {
      return false;
    }
    int live = live(name).size();
    int replicas = child.getSpec().getReplicas();
    if (live < replicas) {
      SimulatedTask task = asked(name).getFirst();
      asked.remove(task);
      task.create(now);
      tasks.add(task);
      assertThat(excused || live().size() <= model.settings().maxTasks())
          .as("task %s starts above the maximum", task.uid())
          .isTrue();
    } else if (live > replicas) {
      drop(name);
    }
    return live != replicas;
  }

  /** Of the tasks that are not ready first, then any. */
  private void drop(String child) {
    List<SimulatedTask> mine = new ArrayList<>(live(child));
    java.util.Collections.shuffle(mine, random);
    SimulatedTask dropped =
        mine.stream()
            .min(Comparator.comparing(SimulatedTask::ready).thenComparing(SimulatedTask::running))
            .orElseThrow();
    delete(dropped);
  }

  private long available() {
    return live().stream().filter(it -> it.available(now)).count();
  }

  /** The Deployment controller counts its pods. */
  void count() {
    children.replaceAll(
        (name, child) -> {
          List<SimulatedTask> mine = live(name);
          return new DeploymentBuilder(child)
              .withNewStatus()
              .withReadyReplicas((int) mine.stream().filter(SimulatedTask::ready).count())
              .withAvailableReplicas((int) mine.stream().filter(it -> it.available(now)).count())
              .endStatus()
              .build();
        });
  }

  /** The operator runs until it has nothing to write; whether it wrote. */
  boolean rest(Service service, ServiceInputs inputs) {
    int passes = 0;
    while (operate(service, inputs)) {
      count();
      passes++;
      assertThat(passes).as("writes in a row of the operator").isLessThan(PASSES);
    }
    return passes > 0;
  }

  /** One run of the operator; whether it wrote. */
  boolean operate(Service service, ServiceInputs inputs) {
    seen.ifPresent(it -> service.setStatus(it.status()));
    List<Pod> pods = tasks.stream().map(SimulatedTask::pod).toList();
    ServiceObserved observed =
        ServiceObserved.of(children.values(), pods, new Look(now, Duration.ZERO));
    ServicePlan plan = ServicePlan.of(service, Optional.of(inputs), observed, render);
    Replacements replacements = Replacements.of(plan, observed);
    Rollout rollout = Rollout.of(plan, observed, service.getStatus());
    ServiceStatus status =
        new ServiceStatuses(Clock.fixed(now, ZoneOffset.UTC))
            .of(new ServiceDeployments("default", service, plan, observed, rollout), NO_FINDINGS);
    listen(status.events());
    boolean wrote = write(plan.children()) | replace(replacements.due());
    seen = Optional.of(new Seen(observed, plan, status, replacements));
    return wrote;
  }

  private void listen(List<ServiceEvent> events) {
    List<ServiceEvent> before = seen.map(it -> it.status().events()).orElse(List.of());
    List<String> fresh =
        events.stream()
            .takeWhile(it -> before.isEmpty() || !it.equals(before.getFirst()))
            .map(it -> String.valueOf(it.message()))
            .toList();
    told.addAll(fresh.reversed());
  }

  private boolean write(List<Deployment> wanted) {
    new BoundsOfWrites(model, children, live()).check(wanted);
    Map<String, Deployment> before = new TreeMap<>(children);
    children.clear();
    for (Deployment child : wanted) {
      String name = child.getMetadata().getName();
      Deployment old = before.get(name);
      children.put(
          name,
          new DeploymentBuilder(child)
              .editMetadata()
              .withCreationTimestamp(
                  old == null ? now.toString() : old.getMetadata().getCreationTimestamp())
              .endMetadata()
              .withStatus(old == null ? null : old.getStatus())
              .build());
    }
    assertThat(tasks)
        .as("tasks of children that go")
        .allMatch(it -> children.containsKey(it.child()));
    ask();
    return !before.equals(children);
  }

  private boolean replace(List<Pod> due) {
    for (Pod pod : due) {
      SimulatedTask task =
          live().stream()
              .filter(it -> it.uid().equals(pod.getMetadata().getUid()))
              .findFirst()
              .orElseThrow();
      boolean healthy = task.available(now);
      delete(task);
      assertThat(!healthy || available() >= model.settings().minHealthy())
          .as("task %s is replaced, healthy, below the minimum", task.uid())
          .isTrue();
    }
    return !due.isEmpty();
  }

  static int ordinal(Deployment child) {
    return EcsDeployment.of(Blueprint.metadata(child)).ordinal();
  }
}
