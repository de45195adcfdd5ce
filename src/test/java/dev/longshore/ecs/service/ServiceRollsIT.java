package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.ecs.service.GeneratedRoll.Kind;
import dev.longshore.ecs.service.GeneratedRoll.Turn;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Generated rolls on a real control plane: any percents, counts and shares of capacity providers,
 * and in the middle of each roll another revision, images that never start, a forced deployment,
 * another count or a task that turns ill. Every start and stop is held to the bounds, and every
 * roll ends where ECS's rules say. {@code -Dlongshore.generatedRolls} sets how many.
 */
class ServiceRollsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int ROLLS = Integer.getInteger("longshore.generatedRolls", 12);
  private static final int AT_ONCE = 8;

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);

  @Test
  void everyRollKeepsToItsBoundsAndEndsAsItShould() throws Exception {
    long seed = Long.getLong("longshore.rollSeed", System.nanoTime());
    RunningOperator operator = RunningOperator.in(CLUSTER, namespace);
    try (BoundsWatch watch = new BoundsWatch(client, namespace);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<GeneratedRoll> all =
          IntStream.range(0, ROLLS).mapToObj(number -> GeneratedRoll.of(seed, number)).toList();
      List<? extends Future<?>> rolls =
          all.stream().map(roll -> threads.submit(() -> run(roll))).toList();
      for (Future<?> roll : rolls) {
        roll.get();
      }
      System.out.printf(
          "proof: name=generated-rolls n=%d turns=%d events=%d writes=%d violations=%d excused=%s"
              + " seed=%d%n",
          ROLLS,
          all.stream().mapToInt(it -> it.turns().size()).sum(),
          watch.events(),
          watch.writes(),
          watch.violations().size(),
          watch.excused(),
          seed);
      assertThat(watch.violations()).as("seed " + seed).isEmpty();
      assertThat(watch.writes()).isGreaterThan(ROLLS);
    } finally {
      operator.close();
      client.namespaces().withName(namespace).delete();
    }
  }

  private void run(GeneratedRoll roll) {
    register(roll, GeneratedRoll.first());
    apply(roll, roll.desired(), 0);
    reaches(roll, List.of("True SteadyState"));
    int forced = 0;
    for (Turn turn : roll.turns()) {
      if (turn.registers()) {
        register(roll, turn.image());
      } else if (turn.kind() == Kind.A_TASK_TURNS_ILL) {
        sicken(roll);
      } else {
        forced = turn.kind() == Kind.NEW_DEPLOYMENT ? turn.number() : forced;
        apply(roll, turn.count(), forced);
      }
      pause(turn.pause());
    }
    reaches(roll, roll.ends());
    if (!Bounds.of(roll.count(), roll.minimum(), roll.maximum()).stuck()) {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                List<String> images = tasks(roll).map(ServiceRollsIT::image).toList();
                assertThat(images).as(roll.toString()).hasSize(roll.count());
                assertThat(images.stream().distinct()).as(roll.toString()).hasSize(1);
                assertThat(images).as(roll.toString()).allMatch(roll.images()::contains);
              });
    }
  }

  private void register(GeneratedRoll roll, String image) {
    scene.apply(
        "TaskDefinition",
        roll.name(),
        """
          networkMode: awsvpc
          cpu: 128
          memory: 128
          containerDefinitions:
          - {name: app, image: %s, cpu: 64, memory: 64%s}
        """
            .formatted(image, roll.checked() ? ", healthCheck: {command: [CMD, \"true\"]}" : ""));
  }

  private void apply(GeneratedRoll roll, int desired, int forced) {
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
          kubernetes: {minReadySeconds: 1%s}
        """
                .formatted(
                    roll.name(),
                    desired,
                    roll.minimum(),
                    roll.maximum(),
                    forced == 0 ? "" : ", redeployNonce: \"" + forced + "\"")
            + strategy(roll.share()));
  }

  private static String strategy(List<Integer> share) {
    return share.isEmpty()
        ? ""
        : """
          capacityProviderStrategy:
          - {capacityProvider: FARGATE, base: %d, weight: %d}
          - {capacityProvider: FARGATE_SPOT, weight: %d}
        """
            .formatted(share.toArray());
  }

  /** One of the tasks that are well; none, if none is just now. */
  private void sicken(GeneratedRoll roll) {
    tasks(roll).filter(TaskHealth::isReady).findFirst().ifPresent(this::fail);
  }

  private void fail(Pod pod) {
    try {
      scene.fail(pod);
    } catch (KubernetesClientException e) {
      assertThat(client.resource(pod).get()).as("%s", e).isNull(); // it was stopped just then
    }
  }

  private void reaches(GeneratedRoll roll, List<String> ready) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(scene.ready(roll.name())).as(roll.toString()).isIn(ready));
  }

  private Stream<Pod> tasks(GeneratedRoll roll) {
    return scene.tasks().stream()
        .filter(pod -> pod.getMetadata().getName().startsWith(roll.name() + "-"))
        .filter(pod -> !"Failed".equals(pod.getStatus().getPhase()));
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
