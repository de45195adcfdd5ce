package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.EcsModel.Breaker;
import dev.longshore.ecs.service.EcsModel.Loss;
import dev.longshore.ecs.service.EcsModel.Settings;
import dev.longshore.ecs.service.ModelSpec.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One random sequence: what users do, what happens to tasks, and the operator's real decisions
 * after each of them. In a calm one no task fails, and the operator runs late and sees old counts.
 */
final class ModelRun {
  private static final int ROUNDS = 4;
  private static final int RESTLESS = 60;
  private static final int REVISIONS = 6;

  /** What becomes of tasks of a revision. */
  private enum Nature {
    GOOD,
    FLAKY,
    NEVER_RUNS,
    EXITS,
    NEVER_HEALTHY
  }

  private final Random random;
  private final boolean calm;
  private final List<Nature> natures = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private final ModelSpec spec;
  private final EcsModel model;
  private final SimulatedService sim;
  private final ModelComparison comparison;
  private final ModelTally tally;
  private boolean quiet;

  ModelRun(int seed, ModelTally tally) {
    this.tally = tally;
    random = new Random(seed);
    calm = random.nextInt(3) == 0;
    for (int i = 0; i < REVISIONS; i++) {
      natures.add(calm || random.nextInt(3) == 0 ? Nature.GOOD : nature());
    }
    boolean breaker = random.nextInt(7) > 0;
    Settings settings =
        new Settings(
            random.nextInt(1, 9),
            minimum(),
            maximum(),
            breaker(breaker, !breaker || random.nextInt(5) < 3));
    Providers several = seed % 2 == 0 ? Providers.TWO : Providers.ODD;
    Providers providers = random.nextInt(3) == 0 ? several : Providers.NONE;
    spec = new ModelSpec(settings, providers, random.nextBoolean(), calm ? 1_000 : 3);
    model = new EcsModel(settings);
    sim = new SimulatedService(random, spec.render(), model);
    comparison = new ModelComparison(model, sim, tally);
    actions.add(
        "calm %s, providers %s, checked %s, %s, natures %s"
            .formatted(calm, providers, spec.checked(), settings, natures));
  }

  /** What was done, for a failure's message. */
  List<String> actions() {
    return actions;
  }

  void run() {
    settle();
    for (int round = 0; round < ROUNDS; round++) {
      quiet = false;
      for (int i = random.nextInt(10, 70); i > 0; i--) {
        step();
      }
      quiesce();
    }
    tally.told(model);
    tally.add("actions and failures", actions.size() - 1);
  }

  private void step() {
    boolean changed = sim.pass() && !calm && settle();
    int told = model.told().size();
    int choice = random.nextInt(40);
    if (choice < 3) {
      user();
      return;
    }
    if (choice < 20) {
      changed |= kubelet();
    } else if (choice < 30) {
      changed |= control();
    } else if (choice < 33) {
      for (int i = random.nextInt(60); i > 0 && !changed; i--) {
        changed = sim.pass();
      }
    } else if (choice < 36 && !calm) {
      changed |= fail();
    }
    if (calm ? model.told().size() > told : changed) {
      settle();
    } else if (calm && choice % 3 == 0) {
      sim.count();
    } else if (calm && choice % 3 == 1) {
      sim.operate(spec.service(), spec.inputs());
    }
  }

  /** The operator sees what there is, and has nothing left to write. */
  private boolean settle() {
    sim.count();
    boolean wrote = sim.rest(spec.service(), spec.inputs());
    comparison.now();
    return wrote;
  }

  private boolean control() {
    List<String> children = sim.children();
    String child = children.get(random.nextInt(children.size()));
    long before = sim.live().size();
    boolean any = sim.control(child);
    if (any) {
      log("%s: %d to %d tasks".formatted(child, before, sim.live().size()));
    }
    return any;
  }

  private boolean kubelet() {
    List<SimulatedTask> tasks = sim.all();
    return !tasks.isEmpty() && kubelet(tasks.get(random.nextInt(tasks.size())));
  }

  /** A task's next natural step; whether there was one. */
  private boolean kubelet(SimulatedTask task) {
    Nature nature = natures.get(spec.revision(task.deployment()) - 1);
    boolean bad = nature == Nature.FLAKY && !quiet && random.nextInt(4) == 0;
    if (task.stopping()) {
      sim.remove(task);
    } else if (task.waits() && (nature == Nature.NEVER_RUNS || bad)) {
      log(task, "cannot start");
      task.cannot();
      lost(task, Loss.NEVER_RAN);
    } else if (task.down() || task.waits() || task.cannotStart() && nature != Nature.NEVER_RUNS) {
      log(task, "runs");
      task.run(sim.now());
      model.started(task.deployment(), task.uid());
    } else if (task.running() && (nature == Nature.EXITS || exits(nature, task) || bad)) {
      exit(task);
    } else if (task.running() && !task.ready() && nature != Nature.NEVER_HEALTHY) {
      log(task, "turns ready");
      task.turn(sim.now(), true);
    } else {
      return false;
    }
    sim.notice();
    return true;
  }

  private static boolean exits(Nature nature, SimulatedTask task) {
    return nature == Nature.NEVER_HEALTHY && !task.checked();
  }

  private void exit(SimulatedTask task) {
    log(task, "exits");
    task.exit(sim.now());
    lost(task, Loss.EXITED);
  }

  private void lost(SimulatedTask task, Loss loss) {
    sim.excuse(true);
    model.lost(task.uid(), loss);
  }

  /** A task that was well fails. */
  private boolean fail() {
    List<SimulatedTask> live = sim.live();
    if (live.isEmpty()) {
      return false;
    }
    SimulatedTask task = live.get(random.nextInt(live.size()));
    int choice = random.nextInt(5);
    if (choice == 0) {
      log(task, "is deleted by somebody");
      sim.excuse(true);
      sim.delete(task);
    } else if (task.ready() && task.checked() && choice < 3) {
      log(task, "fails its health check");
      task.turn(sim.now(), false);
      lost(task, Loss.UNHEALTHY);
    } else if (task.running()) {
      exit(task);
    } else {
      return false;
    }
    return true;
  }

  private void user() {
    settle();
    Settings old = model.settings();
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> deploy(random.nextInt(1, REVISIONS + 1));
      case 3 -> {
        log("forceNewDeployment");
        spec.force();
        model.deploy();
      }
      case 4, 5 ->
          set(
              new Settings(
                  random.nextInt(0, 10),
                  old.minimumHealthyPercent(),
                  old.maximumPercent(),
                  old.breaker()));
      case 6 -> set(new Settings(old.desired(), minimum(), maximum(), old.breaker()));
      case 7 ->
          set(
              new Settings(
                  old.desired(),
                  old.minimumHealthyPercent(),
                  old.maximumPercent(),
                  breaker(old.breaker().enable(), old.breaker().reset())));
      default -> stop();
    }
    if (calm) {
      sim.operate(spec.service(), spec.inputs());
    } else {
      settle();
    }
  }

  private void deploy(int revision) {
    log("deploys revision " + revision);
    if (spec.deploy(revision)) {
      model.deploy();
    }
  }

  private void set(Settings next) {
    log("sets " + next);
    sim.excuse(true);
    spec.set(next);
    model.set(next);
  }

  private void stop() {
    if (!model.settings().breaker().enable()) {
      return;
    }
    int deployment = random.nextInt(4) == 0 ? random.nextInt(1, 9) : model.newest();
    if (deployment > model.newest()) {
      return;
    }
    boolean rollback = random.nextBoolean();
    log("stops deployment %d%s".formatted(deployment, rollback ? " and rolls back" : ""));
    spec.stop(comparison.id(deployment), rollback);
    model.stop(deployment, rollback);
  }

  /** Everything that moves by itself comes to rest, where it does. */
  private void quiesce() {
    quiet = true;
    log("comes to rest");
    settle();
    for (int i = 0; i < RESTLESS; i++) {
      if (!moved()) {
        boolean later = sim.jump();
        if (!settle() && !later) {
          comparison.atRest();
          sim.excuse(false);
          return;
        }
      }
    }
    log("does not come to rest");
    comparison.restless();
    assertThat(unstable()).as("only tasks that fail keep a service from resting").isTrue();
  }

  private boolean moved() {
    boolean any = false;
    for (String child : sim.children()) {
      while (sim.control(child)) {
        any = true;
        settle();
      }
    }
    for (SimulatedTask task : sim.all()) {
      if (sim.pass()) {
        any = true;
        settle();
      }
      boolean changed = sim.all().contains(task) && kubelet(task);
      any |= changed;
      if (changed) {
        settle();
      }
    }
    return any;
  }

  /** What fails in an older deployment keeps nothing from resting where there is room at all. */
  private boolean unstable() {
    boolean going =
        model.settings().minHealthy() < model.settings().maxTasks()
            && model.state(model.primary()) != EcsModel.State.FAILED;
    return (going ? List.of(model.primary()) : sim.staffed())
        .stream()
            .map(it -> natures.get(spec.revision(it) - 1))
            .anyMatch(it -> it != Nature.GOOD && it != Nature.FLAKY);
  }

  private Nature nature() {
    Nature[] all = Nature.values();
    return all[random.nextInt(all.length)];
  }

  private int minimum() {
    return random.nextInt(2) == 0 ? 100 : random.nextInt(0, 101);
  }

  private int maximum() {
    return random.nextInt(2) == 0 ? 200 : random.nextInt(100, 251);
  }

  /** Whether a healthy task resets the count stays as it is. */
  private Breaker breaker(boolean enable, boolean reset) {
    return switch (random.nextInt(4)) {
      case 0 -> new Breaker(enable, random.nextBoolean(), reset, "COUNT", random.nextInt(1, 6));
      case 1 ->
          new Breaker(
              enable, random.nextBoolean(), reset, "UNBOUNDED_PERCENT", random.nextInt(1, 101));
      default ->
          new Breaker(
              enable, random.nextInt(4) > 0, reset, "BOUNDED_PERCENT", random.nextInt(1, 101));
    };
  }

  private void log(SimulatedTask task, String what) {
    log("task %s of %d %s".formatted(task.uid(), task.deployment(), what));
  }

  private void log(String what) {
    actions.add("%s %s".formatted(sim.now().toString().substring(11, 19), what));
  }
}
