package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.testing.Mortal;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private static final Pattern TASK = Pattern.compile("\\(task (\\w+)\\)");
  private static final Pattern NUMBER = Pattern.compile("ecs-svc/\\d+");

  private final KubernetesClient client = CLUSTER.client();

  /**
   * Where the first operator is killed.
   *
   * @param image of the second revision
   * @param write number of the write, from the start of the roll
   * @param sent whether the API server still gets it
   */
  private record Point(String image, int write, boolean sent) {
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
      for (String image : List.of("example/web:2", "simulated/missing:2")) {
        points.add(new Point(image, write, true));
        points.add(new Point(image, write, false));
      }
    }
    End clean = roll(new Point("example/web:2", NEVER, true));
    End failing = roll(new Point("simulated/missing:2", NEVER, true));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<End>> ends =
          points.stream().map(point -> threads.submit(() -> roll(point))).toList();
      for (int i = 0; i < ends.size(); i++) {
        Point point = points.get(i);
        End end = ends.get(i).get();
        assertThat(end.anonymous())
            .as("%s %s", point, end)
            .isEqualTo((point.fails() ? failing : clean).anonymous());
      }
    }
    System.out.printf("proof: name=service-kills n=%d tasks=%d%n", points.size(), TASKS);
  }

  private End roll(Point point) throws InterruptedException {
    String namespace = CLUSTER.freshNamespace();
    ServiceScene scene = new ServiceScene(client, namespace);
    try (BoundsWatch watch = new BoundsWatch(client, namespace)) {
      try (RunningOperator first = RunningOperator.in(CLUSTER, namespace)) {
        scene.register(1);
        service(scene);
        eventually(scene, "True SteadyState");
      }
      die(point, namespace, scene);
      try (RunningOperator second = RunningOperator.in(CLUSTER, namespace)) {
        End end = end(point, scene);
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
      scene.image("web", point.image());
      assertThat(life.awaitDeath(point.write() == NEVER ? 0 : 30))
          .as("%s is reached", point)
          .isEqualTo(point.write() != NEVER);
    }
  }

  private static void service(ServiceScene scene) {
    scene.service(
        "taskDefinition: web",
        "desiredCount: " + TASKS,
        "deploymentConfiguration: {minimumHealthyPercent: 75, maximumPercent: 125,"
            + " deploymentCircuitBreaker: {enable: true, rollback: true}}");
  }

  private static End end(Point point, ServiceScene scene) {
    String image = point.fails() ? "example/web:1" : point.image();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(scene.taskImages()).containsExactly(image));
    eventually(scene, point.fails() ? "False RolledBack" : "True SteadyState");
    List<String> told =
        scene.status().events().reversed().stream()
            .map(ServiceEvent::message)
            .map(String::valueOf)
            .toList();
    assertEachTaskIsToldOnce(told, " has started ");
    assertEachTaskIsToldOnce(told, " stopped ");
    return new End(
        scene.taskImages(),
        scene.ready(),
        told.stream()
            .filter(message -> !TASK.matcher(message).find() && !message.contains(" draining "))
            .toList());
  }

  private static void assertEachTaskIsToldOnce(List<String> told, String verb) {
    Stream<String> tasks =
        told.stream()
            .filter(message -> message.contains(verb))
            .flatMap(message -> TASK.matcher(message).results().map(it -> it.group(1)));
    assertThat(tasks).doesNotHaveDuplicates();
  }

  private static void eventually(ServiceScene scene, String ready) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(scene.ready()).isEqualTo(ready));
  }
}
