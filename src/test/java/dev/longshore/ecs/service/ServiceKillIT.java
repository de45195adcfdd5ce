package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.testing.Mortal;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The operator is killed at one of its writes in the middle of a roll, just before or just after
 * the API server took it, and another goes on: the end is the same as without, so is what was told,
 * and no bound is broken. {@code -Dlongshore.killPoints} sets at how many writes.
 */
class ServiceKillIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int POINTS = Integer.getInteger("longshore.killPoints", 8);
  private static final int AT_ONCE = 4;
  private static final int TASKS = 4;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final List<String> IMAGES = List.of("example/web:2", "simulated/missing:2");
  private static final Pattern TASK = Pattern.compile("\\(task (\\w+)\\)");
  private static final Pattern NUMBER = Pattern.compile("ecs-svc/\\d+");

  private final KubernetesClient client = CLUSTER.client();

  /** What the service is besides its tasks. */
  private enum Shape {
    PLAIN,
    TWO_PROVIDERS,
    /** Somebody has to go on before the first task of a new deployment starts. */
    PAUSED;

    String provider() {
      return this == TWO_PROVIDERS
          ? "capacityProviderStrategy: [{capacityProvider: FARGATE, base: 1, weight: 1},"
              + " {capacityProvider: FARGATE_SPOT, weight: 2}]"
          : "";
    }

    String hook() {
      return this == PAUSED
          ? ", lifecycleHooks: [{targetType: PAUSE, lifecycleStages: [PRE_SCALE_UP]}]"
          : "";
    }
  }

  /**
   * Where the first operator is killed.
   *
   * @param image of the second revision
   * @param write number of the write, from the start of the roll
   * @param sent whether the API server still gets it
   */
  private record Point(Shape shape, String image, int write, boolean sent) {
    static Point never(Shape shape, String image) {
      return new Point(shape, image, NEVER, true);
    }

    Point clean() {
      return never(shape, image);
    }

    boolean fails() {
      return image.startsWith("simulated/");
    }
  }

  /**
   * What is left of a roll.
   *
   * @param told events without single tasks, the oldest first; how many of them stop to drain at
   *     once is no part of the end
   */
  private record End(List<String> images, String ready, List<String> told) {
    /** Without the ids of this roll. */
    End anonymous() {
      return new End(
          images,
          ready,
          told.stream().map(it -> NUMBER.matcher(it).replaceAll("ecs-svc/N")).toList());
    }
  }

  @Test
  void whateverTheLastWriteTheEndIsTheSame() throws Exception {
    List<Point> points = new ArrayList<>();
    for (int write = 1; points.size() < POINTS; write++) {
      for (String image : IMAGES) {
        points.add(new Point(shape(points.size()), image, write, true));
        points.add(new Point(shape(points.size()), image, write, false));
      }
    }
    List<Point> all =
        Stream.concat(points.stream().map(Point::clean).distinct(), points.stream()).toList();
    Map<Point, End> ends = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<End>> rolls =
          all.stream().map(point -> threads.submit(() -> roll(point))).toList();
      for (int i = 0; i < all.size(); i++) {
        ends.put(all.get(i), rolls.get(i).get());
      }
    }
    for (Point point : points) {
      assertThat(ends.get(point).anonymous())
          .as("%s %s", point, ends.get(point))
          .isEqualTo(ends.get(point.clean()).anonymous());
    }
    System.out.printf("proof: name=service-kills n=%d tasks=%d%n", points.size(), TASKS);
  }

  /** Each of them with each image, and killed before and after its writes. */
  private static Shape shape(int point) {
    Shape[] shapes = Shape.values();
    return shapes[(point / 4 + point % 4 / 2) % shapes.length];
  }

  private End roll(Point point) throws InterruptedException {
    String namespace = CLUSTER.freshNamespace();
    ServiceScene scene = new ServiceScene(client, namespace);
    try (BoundsWatch watch = new BoundsWatch(client, namespace);
        TasksOwed owed = new TasksOwed(client, namespace)) {
      try (RunningOperator first = RunningOperator.in(CLUSTER, namespace)) {
        register(scene, "example/web:1");
        service(scene, point.shape() == Shape.PAUSED ? Shape.PLAIN : point.shape());
        eventually(scene, "True SteadyState");
      }
      service(scene, point.shape());
      die(point, namespace, scene);
      owed.nobodyLooks();
      try (RunningOperator second = RunningOperator.in(CLUSTER, namespace)) {
        owed.somebodyLooks();
        End end = end(point, scene, owed);
        assertThat(watch.violations()).as(point.toString()).isEmpty();
        return end;
      }
    } finally {
      client.namespaces().withName(namespace).delete();
    }
  }

  private void die(Point point, String namespace, ServiceScene scene) throws InterruptedException {
    Mortal life = new Mortal(point.write(), point.sent());
    try (RunningOperator operator = RunningOperator.mortal(CLUSTER, life, namespace)) {
      register(scene, point.image());
      boolean dead = false;
      for (int i = 0; !dead && i < (point.write() == NEVER ? 1 : 60); i++) {
        goOn(point, scene);
        dead = life.awaitDeath(Duration.ofMillis(500));
      }
      assertThat(dead).as("%s is reached", point).isEqualTo(point.write() != NEVER);
    }
  }

  private static void register(ServiceScene scene, String image) {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          networkMode: awsvpc
          cpu: 128
          memory: 128
          containerDefinitions:
          - {name: app, image: %s, cpu: 64, memory: 64}
        """
            .formatted(image));
  }

  private static void service(ServiceScene scene, Shape shape, String... more) {
    scene.service(
        Stream.concat(
                Stream.of(
                    "taskDefinition: web",
                    "desiredCount: " + TASKS,
                    "deploymentConfiguration: {minimumHealthyPercent: 75, maximumPercent: 125,"
                        + " deploymentCircuitBreaker: {enable: true, rollback: true}"
                        + shape.hook()
                        + "}",
                    shape.provider()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** The decision that a paused deployment waits for. */
  private static void goOn(Point point, ServiceScene scene) {
    if (point.shape() != Shape.PAUSED || !scene.ready().equals("False AwaitingAction")) {
      return;
    }
    ServiceDeployment newest = scene.status().serviceDeployments().getFirst();
    newest.lifecycleHookDetails().stream()
        .limit(1) // none: it went on just then
        .forEach(
            hook ->
                service(
                    scene,
                    point.shape(),
                    "kubernetes: {minReadySeconds: 1, deploymentAction: {deploymentId: %s, action: CONTINUE, hookId: %s}}"
                        .formatted(newest.deploymentId(), hook.hookId())));
  }

  private static End end(Point point, ServiceScene scene, TasksOwed owed) {
    String image = point.fails() ? "example/web:1" : point.image();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              goOn(point, scene);
              assertThat(scene.taskImages()).containsExactly(image);
              assertThat(scene.ready())
                  .isEqualTo(point.fails() ? "False RolledBack" : "True SteadyState");
            });
    List<String> told =
        scene.status().events().reversed().stream()
            .map(ServiceEvent::message)
            .map(String::valueOf)
            .toList();
    assertThat(tasks(told, " has started "))
        .as(point.toString())
        .doesNotHaveDuplicates()
        .containsAll(owed.starts());
    assertThat(tasks(told, " stopped "))
        .as(point.toString())
        .doesNotHaveDuplicates()
        .containsAll(owed.stops());
    return new End(
        scene.taskImages(),
        scene.ready(),
        told.stream()
            .filter(message -> !TASK.matcher(message).find() && !message.contains(" draining "))
            .toList());
  }

  /** Ids of the tasks that are told of with these words. */
  private static List<String> tasks(List<String> told, String words) {
    return told.stream()
        .filter(message -> message.contains(words))
        .flatMap(message -> TASK.matcher(message).results().map(it -> it.group(1)))
        .toList();
  }

  private static void eventually(ServiceScene scene, String ready) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(scene.ready()).isEqualTo(ready));
  }
}
