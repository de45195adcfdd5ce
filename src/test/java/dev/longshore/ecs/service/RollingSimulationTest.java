package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.Engine.Child;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole rolls against a small model of the Deployment controller, each step held to the bounds. */
class RollingSimulationTest {
  private static final int STEPS = 2_000;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("longshore.seeds", 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRollEndsAndNoStepBreaksABound(int seed) {
    Random random = new Random(seed);
    int desired = random.nextInt(1, 13);
    int minimum = random.nextInt(0, 101);
    int maximum = random.nextInt(100, 301);
    Bounds bounds = Bounds.of(desired, minimum, maximum);
    List<Pods> fleet = new ArrayList<>();
    fleet.add(new Pods(random, desired / 2, 0));
    fleet.add(new Pods(random, desired - desired / 2, 0));
    fleet.add(new Pods(random, 0, desired));

    boolean stalled = false;
    for (int step = 0; step < STEPS && !done(fleet); step++) {
      stalled = step(bounds, fleet);
      fleet.get(random.nextInt(fleet.size())).tick(random);
    }

    assertThat(done(fleet) || stalled).as("%s ends or says that it cannot", bounds).isTrue();
    assertThat(stalled && !bounds.stuck()).as("only bounds without room stall").isFalse();
  }

  private static boolean step(Bounds bounds, List<Pods> fleet) {
    List<Child> children = fleet.stream().map(Pods::observed).toList();
    int occupied = children.stream().mapToInt(Child::occupied).sum();
    int healthy = children.stream().mapToInt(Child::lastingHealthy).sum();
    Engine.Step step = new RollingEngine().next(bounds, children);
    int started = 0;
    int healthyStopped = 0;
    for (int i = 0; i < fleet.size(); i++) {
      Child child = children.get(i);
      int change = step.replicas().get(i) - child.replicas();
      started += Math.max(0, change);
      int unhealthy = child.replicas() - child.lastingHealthy();
      healthyStopped += Math.max(0, -change - unhealthy);
      fleet.get(i).replicas = step.replicas().get(i);
    }
    if (started > 0) {
      assertThat(occupied + started).as("starts").isLessThanOrEqualTo(bounds.maxTasks());
    }
    if (healthyStopped > 0) {
      assertThat(healthy - healthyStopped).as("stops").isGreaterThanOrEqualTo(bounds.minHealthy());
    }
    return step.stalled();
  }

  private static boolean done(List<Pods> fleet) {
    return fleet.stream().allMatch(pods -> pods.healthy == pods.target && pods.settled());
  }

  /** One child Deployment: pods appear late, turn healthy later, and sometimes fail. */
  private static final class Pods {
    private final int target;
    private int replicas;
    private int live;
    private int healthy;
    private int failuresLeft;

    Pods(Random random, int running, int target) {
      this.target = target;
      this.replicas = running;
      this.live = running;
      this.healthy = running;
      this.failuresLeft = random.nextInt(4);
    }

    Child observed() {
      return new Child("child", target, replicas, live, healthy, 0);
    }

    boolean settled() {
      return live == replicas && replicas == target;
    }

    void tick(Random random) {
      switch (random.nextInt(4)) {
        case 0 -> live = Math.max(live, replicas);
        case 1 -> {
          live = Math.min(live, replicas);
          healthy = Math.min(healthy, live);
        }
        case 2 -> healthy = Math.min(live, healthy + 1);
        default -> {
          if (failuresLeft > 0 && healthy > 0) {
            failuresLeft--;
            healthy--;
          }
        }
      }
    }
  }
}
