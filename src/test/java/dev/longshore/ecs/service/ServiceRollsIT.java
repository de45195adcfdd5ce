package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Generated rolls on a real control plane: any percents and counts, images that never start, a
 * second revision or another count in the middle. Every start and stop is held to the bounds, and
 * every roll ends where ECS's rules say. {@code -Dlongshore.generatedRolls} sets how many.
 */
class ServiceRollsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int ROLLS = Integer.getInteger("longshore.generatedRolls", 16);
  private static final int AT_ONCE = 8;

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);

  /** What happens in the middle of a roll. */
  private enum Turn {
    NOTHING,
    SECOND_REVISION,
    MORE_TASKS,
    FEWER_TASKS,
    IMAGE_IS_MISSING,
    CONTAINER_EXITS
  }

  private record Roll(int number, int desired, int minimum, int maximum, Turn turn, int delay) {
    static Roll of(long seed, int number) {
      Random random = new Random(seed + number);
      return new Roll(
          number,
          random.nextInt(1, 7),
          List.of(0, 33, 50, 75, 100).get(random.nextInt(5)),
          List.of(100, 125, 150, 200).get(random.nextInt(4)),
          Turn.values()[number % Turn.values().length],
          random.nextInt(0, 3_000));
    }

    String name() {
      return "roll-" + number;
    }

    Bounds bounds(int tasks) {
      return Bounds.of(tasks, minimum, maximum);
    }

    /** Tasks in the end. */
    int last() {
      return switch (turn) {
        case MORE_TASKS -> desired + 2;
        case FEWER_TASKS -> desired - 1;
        default -> desired;
      };
    }

    boolean fails() {
      return turn == Turn.IMAGE_IS_MISSING || turn == Turn.CONTAINER_EXITS;
    }

    String image() {
      return switch (turn) {
        case IMAGE_IS_MISSING -> "simulated/missing:2";
        case CONTAINER_EXITS -> "simulated/exits:2";
        default -> "example/web:2";
      };
    }

    String lastImage() {
      return turn == Turn.SECOND_REVISION ? "example/web:3" : fails() ? "example/web:1" : image();
    }
  }

  @Test
  void everyRollKeepsToItsBoundsAndEndsAsItShould() throws Exception {
    long seed = Long.getLong("longshore.rollSeed", System.nanoTime());
    RunningOperator operator = RunningOperator.in(CLUSTER, namespace);
    try (BoundsWatch watch = new BoundsWatch(client, namespace);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> rolls =
          IntStream.range(0, ROLLS)
              .mapToObj(number -> Roll.of(seed, number))
              .map(roll -> threads.submit(() -> run(roll, watch)))
              .toList();
      for (Future<?> roll : rolls) {
        roll.get();
      }
      System.out.printf(
          "proof: name=generated-rolls n=%d events=%d violations=%d seed=%d%n",
          ROLLS, watch.events(), watch.violations().size(), seed);
      assertThat(watch.violations()).as("seed " + seed).isEmpty();
      assertThat(watch.events()).isGreaterThan(ROLLS);
    } finally {
      operator.close();
      client.namespaces().withName(namespace).delete();
    }
  }

  private void run(Roll roll, BoundsWatch watch) {
    scene.image(roll.name(), "example/web:1");
    apply(roll, roll.desired());
    reaches(roll, "True SteadyState");
    watch.allow(roll.name(), roll.bounds(roll.desired()));
    watch.allow(roll.name(), roll.bounds(roll.last()));
    scene.image(roll.name(), roll.image());
    pause(roll.delay());
    if (roll.turn() == Turn.SECOND_REVISION) {
      scene.image(roll.name(), roll.lastImage());
    }
    if (roll.last() != roll.desired()) {
      apply(roll, roll.last());
    }
    if (roll.bounds(roll.last()).stuck()) {
      // it may have been over before its bounds got so narrow
      boolean narrowed = !roll.bounds(roll.desired()).stuck();
      reaches(roll, "False DeploymentConfiguration", narrowed ? "True SteadyState" : "");
      return;
    }
    reaches(roll, roll.fails() ? "False RolledBack" : "True SteadyState");
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(images(roll))
                    .as(roll.toString())
                    .hasSize(roll.last())
                    .allMatch(roll.lastImage()::equals));
  }

  private void apply(Roll roll, int desired) {
    scene.apply(
        "Service",
        roll.name(),
        """
          taskDefinition: %s
          desiredCount: %d
          deploymentConfiguration:
            minimumHealthyPercent: %d
            maximumPercent: %d
            deploymentCircuitBreaker: {enable: true, rollback: true}
          kubernetes: {minReadySeconds: 1}
        """
            .formatted(roll.name(), desired, roll.minimum(), roll.maximum()));
  }

  private void reaches(Roll roll, String... ready) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(scene.ready(roll.name())).as(roll.toString()).isIn((Object[]) ready));
  }

  private List<String> images(Roll roll) {
    return scene.tasks().stream()
        .filter(pod -> pod.getMetadata().getName().startsWith(roll.name() + "-"))
        .filter(pod -> !"Failed".equals(pod.getStatus().getPhase()))
        .map(ServiceRollsIT::image)
        .toList();
  }

  private static String image(Pod pod) {
    return pod.getSpec().getContainers().getFirst().getImage();
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
