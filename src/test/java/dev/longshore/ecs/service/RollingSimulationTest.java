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
    boolean failing = random.nextBoolean();
    fleet.add(new Pods(random, desired / 2, 0, failing ? random.nextInt(4) : 0));
    fleet.add(new Pods(random, desired - desired / 2, 0, failing ? random.nextInt(4) : 0));
    fleet.add(new Pods(random, 0, desired, failing ? random.nextInt(4) : 0));
    fleet.get(0).broken = failing && random.nextInt(3) == 0;
    fleet.get(1).broken = failing && random.nextInt(3) == 0;

    boolean stalled = false;
    for (int step = 0; step < STEPS && !done(fleet); step++) {
      stalled = step(bounds, fleet);
      int before = healthy(fleet);
      fleet.get(random.nextInt(fleet.size())).tick(random);
      if (!failing && healthy(fleet) < before) {
        assertThat(healthy(fleet)).as("left").isGreaterThanOrEqualTo(bounds.minHealthy());
      }
    }

    assertThat(done(fleet) || stalled).as("%s ends or says that it cannot", bounds).isTrue();
    assertThat(stalled && !bounds.stuck()).as("only bounds without room stall").isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTargetThatNeverIsHealthyTakesNoTaskThatTheMinimumNeeds(int seed) {
    Random random = new Random(seed);
    int desired = random.nextInt(1, 13);
    Bounds bounds = Bounds.of(desired, random.nextInt(0, 101), random.nextInt(100, 301));
    List<Pods> fleet = new ArrayList<>();
    fleet.add(new Pods(random, 0, desired, 0));
    fleet.add(new Pods(random, desired, 0, 20));
    fleet.get(0).broken = true;

    for (int step = 0; step < STEPS / 4; step++) {
      step(bounds, fleet);
      fleet.get(random.nextInt(fleet.size())).tick(random);
    }

    assertThat(fleet.get(1).replicas >= bounds.minHealthy() || bounds.stuck()).isTrue();
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
      healthyStopped += child.cost(Math.max(0, -change));
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

  private static int healthy(List<Pods> fleet) {
    return fleet.stream().mapToInt(pods -> pods.healthy).sum();
  }

  /**
   * One child Deployment: pods appear late, turn ready and healthy later, and sometimes fail; of
   * the ready ones a ReplicaSet that shrinks drops any, but first those on cordoned nodes.
   */
  private static final class Pods {
    private final int target;
    private int replicas;
    private int unready;
    private int ready;
    private int healthy;
    private int failuresLeft;
    private int cordonsLeft;
    private int draining;
    private boolean broken;

    Pods(Random random, int running, int target, int failures) {
      this.target = target;
      this.replicas = running;
      this.ready = random.nextInt(running + 1);
      this.healthy = running - ready;
      this.failuresLeft = failures;
      this.cordonsLeft = random.nextInt(4);
    }

    Child observed() {
      return new Child(
          "child", target, replicas, live(), ready + healthy, healthy, 0, 0, draining, false);
    }

    boolean settled() {
      return live() == replicas && replicas == target && draining == 0;
    }

    /** Pods that turn better between a stop and its effect are the ReplicaSet's to choose among. */
    private boolean stopping() {
      return live() > replicas;
    }

    private int live() {
      return unready + ready + healthy;
    }

    void tick(Random random) {
      switch (random.nextInt(6)) {
        case 0 -> unready += Math.max(0, replicas - live());
        case 1 -> shrink(random);
        case 2 -> {
          if (unready > 0 && !broken && !stopping()) {
            ready++;
            unready--;
          }
        }
        case 3 -> {
          if (ready > 0 && !stopping()) {
            healthy++;
            ready--;
          }
        }
        case 4 -> {
          if (cordonsLeft > 0 && healthy > draining && !stopping()) {
            cordonsLeft--;
            draining++;
          }
        }
        default -> {
          if (failuresLeft > 0 && healthy > 0) {
            failuresLeft--;
            healthy--;
            unready++;
            draining = Math.min(draining, healthy);
          }
        }
      }
    }

    private void shrink(Random random) {
      while (live() > replicas) {
        if (unready > 0) {
          unready--;
        } else if (draining > 0) {
          draining--;
          healthy--;
        } else if (ready > 0 && (healthy == 0 || random.nextBoolean())) {
          ready--;
        } else {
          healthy--;
        }
      }
    }
  }
}
