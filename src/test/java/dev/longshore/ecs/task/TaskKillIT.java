package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Labels;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.Mortal;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The operator is killed at random ones of its writes, just before or just after the API server
 * took them, while tasks of every kind of end run: none is lost, doubled or told wrongly.
 */
class TaskKillIT {
  private static final int TASKS = 50;
  private static final int KILLS = Integer.getInteger("longshore.kills", 4);

  /** A kill is at one of so many writes of its operator. */
  private static final int WRITES = 60;

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);

  /** What a task runs, and how DescribeTasks tells its end. */
  private enum Kind {
    WELL("taskDefinition: well", "EssentialContainerExited", 0),
    FAILS("taskDefinition: fails\nkubernetes: {retries: 1}", "EssentialContainerExited", 3),
    MISSING("taskDefinition: missing", "TaskFailedToStart", null),
    STOPPED(
        "taskDefinition: well\noverrides: {containerOverrides: [{name: app, memory: 1048576}]}",
        "UserInitiated",
        null);

    private final String spec;
    private final String code;
    private final @Nullable Integer exit;

    Kind(String spec, String code, @Nullable Integer exit) {
      this.spec = spec;
      this.code = code;
      this.exit = exit;
    }

    static Kind of(Task task) {
      return valueOf(task.getMetadata().getName().split("-")[0].toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void noTaskIsLostDoubledOrToldWrongly() throws InterruptedException {
    long seed = Long.getLong("longshore.killSeed", System.nanoTime());
    Random random = new Random(seed);
    CustomResources.install(client);
    scene.register("well", "image: example/nightly:1", "memory: 8");
    scene.register("fails", "image: simulated/fails:1", "memory: 8");
    scene.register("missing", "image: simulated/missing:1", "memory: 8");
    Thread writer = Thread.ofVirtual().start(this::writeTasks);
    int died = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Mortal life = new Mortal(random.nextInt(1, WRITES), random.nextBoolean());
      try (RunningOperator operator = RunningOperator.mortal(CLUSTER, life, namespace)) {
        died += life.awaitDeath(Duration.ofSeconds(20)) ? 1 : 0;
      }
    }
    writer.join();
    System.out.println("proof: name=task-kills n=" + died + " tasks=" + TASKS + " seed=" + seed);
    assertThat(died).isPositive();

    try (RunningOperator last = RunningOperator.in(CLUSTER, namespace)) {
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () ->
                  assertThat(tasks())
                      .filteredOn(TaskKillIT::recorded)
                      .extracting(it -> it.getMetadata().getName())
                      .containsExactlyInAnyOrderElementsOf(names()));
      check();
    }
    client.namespaces().withName(namespace).delete();
  }

  private void check() {
    assertThat(tasks()).hasSize(names().size()).allSatisfy(TaskKillIT::checkEnd);
    assertThat(owners(scene.jobs())).doesNotHaveDuplicates();
    assertThat(owners(scene.pods())).doesNotHaveDuplicates();
    scene.eventually(
        () ->
            assertThat(scene.pods())
                .noneMatch(pod -> pod.getMetadata().getFinalizers().contains(Labels.RECORD)));
  }

  private static void checkEnd(Task task) {
    Kind kind = Kind.of(task);
    String name = task.getMetadata().getName();
    TaskStatus status = task.getStatus();
    assertThat(status.stopCode()).as(name).isEqualTo(kind.code);
    if (kind.exit != null) {
      assertThat(status.startedAt()).as(name).isNotNull();
      assertThat(status.containers())
          .as(name)
          .singleElement()
          .satisfies(app -> assertThat(app.exitCode()).isEqualTo(kind.exit));
    }
    assertThat(status.containers()).allMatch(it -> kind.exit != null || it.exitCode() == null);
    if (kind == Kind.MISSING) {
      assertThat(status.stoppedReason()).startsWith("CannotPullContainerError: ");
    }
    assertThat(status.retriedBy())
        .isEqualTo(kind == Kind.FAILS && !name.contains("attempt") ? second(task) : null);
  }

  private static List<String> owners(List<? extends HasMetadata> objects) {
    return objects.stream().map(it -> it.getMetadata().getLabels().get(Labels.TASK)).toList();
  }

  private void writeTasks() {
    for (int i = 0; i < TASKS; i++) {
      scene.apply("Task", name(i), kind(i).spec);
    }
    for (int i = 0; i < TASKS; i++) {
      if (kind(i) == Kind.STOPPED) {
        client
            .resources(Task.class)
            .inNamespace(namespace)
            .withName(name(i))
            .patch(
                PatchContext.of(PatchType.JSON_MERGE),
                "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"STOPPED\"}}}");
      }
    }
  }

  private static Kind kind(int i) {
    return Kind.values()[i % Kind.values().length];
  }

  private static String name(int i) {
    return kind(i).name().toLowerCase(Locale.ROOT) + "-" + i;
  }

  /** Those of the tasks and of their retries. */
  private TreeSet<String> names() {
    TreeSet<String> names =
        tasks().stream()
            .filter(it -> Kind.of(it) == Kind.FAILS)
            .filter(it -> !it.getMetadata().getName().contains("attempt"))
            .map(TaskKillIT::second)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream.iterate(0, i -> i < TASKS, i -> i + 1).map(TaskKillIT::name).forEach(names::add);
    return names;
  }

  /** Name of the second attempt of a task. */
  private static String second(Task task) {
    String digits = task.getMetadata().getUid().substring(0, 6);
    return "%s-%s-attempt-2".formatted(task.getMetadata().getName(), digits);
  }

  private List<Task> tasks() {
    return client.resources(Task.class).inNamespace(namespace).list().getItems();
  }

  private static boolean recorded(Task task) {
    return task.getStatus() != null && "STOPPED".equals(task.getStatus().lastStatus());
  }
}
