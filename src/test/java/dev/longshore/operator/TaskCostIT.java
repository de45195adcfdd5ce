package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Right;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.InstalledChart;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What running a task costs: requests by the API server's audit log, and time beside the same Jobs
 * made by a bare writer. {@code -Dlongshore.tasks} makes it long; {@code make proof} does.
 */
class TaskCostIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int TASKS = Integer.getInteger("longshore.tasks", 40);
  private static final Set<String> READS = Set.of("get", "list", "watch");
  private static final Duration RESYNC = Duration.ofSeconds(3);
  private static final int MEBIBYTE = 20;

  private final KubernetesClient admin = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();

  @Test
  void aTaskIsWrittenAFewTimesAndThenNeverAgain() throws InterruptedException {
    CustomResources.install(admin);
    InstalledChart chart = InstalledChart.into(admin);
    AuditLog log = new AuditLog(CLUSTER.auditLog(), InstalledChart.USER);
    OperatorConfig config =
        new OperatorConfig(Set.of(namespace), RESYNC, 16, 0, Optional.empty(), Optional.empty());
    try (KubernetesClient client = Clients.of(chart.connection(CLUSTER.kubeconfig()));
        OperatorApp app = new OperatorApp(config, client, Clock.systemUTC())) {
      app.start();
      register();
      long memory = used();
      int before = log.requests().size();
      double tasks = seconds(this::task, this::recorded);
      await().atMost(Duration.ofMinutes(1)).until(this::allPodsAreReleased);
      Map<Right, Long> made = writes(log, before);
      report("writes-per-task", made);
      assertThat(made)
          .containsEntry(new Right("patch", "batch", "jobs"), (long) TASKS)
          .containsEntry(new Right("patch", "", "pods"), (long) TASKS);
      assertThat(made.get(new Right("patch", "ecs.longshore.dev", "tasks/status")))
          .as("status: PROVISIONING, the states between, STOPPED")
          .isBetween(2L * TASKS, 6L * TASKS);

      int quiet = log.requests().size();
      Thread.sleep(RESYNC.multipliedBy(2));
      assertThat(writes(log, quiet)).as("writes in the quiet time").isEmpty();
      double jobs = seconds(this::job, this::ended);
      System.out.printf(
          "proof: name=task-time value=%.1f unit=s n=%d bare-jobs=%.1f ratio=%.2f%n",
          tasks, TASKS, jobs, tasks / jobs);
      System.out.printf(
          "proof: name=task-memory value=%d unit=MiB n=%d before=%d%n",
          used() >> MEBIBYTE, TASKS, memory >> MEBIBYTE);
    }
  }

  private static double seconds(IntConsumer maker, LongSupplier done) {
    long start = System.nanoTime();
    IntStream.range(0, TASKS).forEach(maker);
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> done.getAsLong() == TASKS);
    return (System.nanoTime() - start) / 1e9;
  }

  private static void report(String name, Map<Right, Long> made) {
    made.forEach(
        (right, count) ->
            System.out.printf(
                "proof: name=%s request=%s:%s/%s value=%.2f unit=requests n=%d%n",
                name,
                right.verb(),
                right.group(),
                right.resource(),
                (double) count / TASKS,
                TASKS));
  }

  private static Map<Right, Long> writes(AuditLog log, int from) {
    return log.requests().stream()
        .skip(from)
        .map(AuditLog.Request::right)
        .filter(right -> !READS.contains(right.verb()))
        .collect(
            Collectors.groupingBy(
                it -> it, () -> new TreeMap<>(InstalledChart.ORDER), Collectors.counting()));
  }

  private void register() {
    apply(
        "TaskDefinition",
        "once",
        "{containerDefinitions: [{name: app, image: example/once:1, memory: 8}]}");
  }

  private void task(int number) {
    apply("Task", "once-" + number, "{taskDefinition: once}");
  }

  /** The last write of a task comes after its record. */
  private boolean allPodsAreReleased() {
    return admin.pods().inNamespace(namespace).list().getItems().stream()
        .allMatch(pod -> pod.getMetadata().getFinalizers().isEmpty());
  }

  private long recorded() {
    return admin.resources(Task.class).inNamespace(namespace).list().getItems().stream()
        .filter(it -> it.getStatus() != null && "STOPPED".equals(it.getStatus().lastStatus()))
        .count();
  }

  private void job(int number) {
    Job job =
        new JobBuilder()
            .withNewMetadata()
            .withName("bare-" + number)
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withBackoffLimit(0)
            .withNewTemplate()
            .withNewSpec()
            .withRestartPolicy("Never")
            .addNewContainer()
            .withName("app")
            .withImage("example/once:1")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    admin.resource(job).create();
  }

  private long ended() {
    return admin.batch().v1().jobs().inNamespace(namespace).list().getItems().stream()
        .filter(it -> it.getMetadata().getName().startsWith("bare-"))
        .filter(it -> it.getStatus() != null && it.getStatus().getCompletionTime() != null)
        .count();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void apply(String kind, String name, String spec) {
    String yaml =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec: %s\n";
    admin
        .resource(
            Serialization.unmarshal(
                yaml.formatted(kind, name, namespace, spec), GenericKubernetesResource.class))
        .serverSideApply();
  }
}
